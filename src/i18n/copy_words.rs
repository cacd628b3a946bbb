//! The words for opening another copy of a workbook.

use serde_json::Value;

use crate::base::locale::Locale;
use crate::persist::merge::{Conflict, ConflictKind, Counts};

/// So much of a value is shown.
const MAX_CHARS: usize = 80;

/// Every word of the dialog.
pub struct Words {
    /// The command.
    pub bring_in: &'static str,
    /// The dialog's name.
    pub title: fn(&str) -> String,
    /// What is asked.
    pub how: &'static str,
    /// As a new workbook, in this one's place, merged: in this order.
    pub ways: [&'static str; 3],
    /// What each of them does.
    pub notes: [&'static str; 3],
    /// Does it.
    pub confirm: &'static str,
    /// Leaves everything as it is.
    pub cancel: &'static str,
    /// What comes in without a question.
    pub counts: fn(Counts) -> String,
    /// There is nothing to merge.
    pub is_same: &'static str,
    /// No common copy is known.
    pub no_base: &'static str,
    /// How many conflicts there are.
    pub n_conflicts: fn(usize) -> String,
    /// Links to what is gone.
    pub n_links: fn(usize) -> String,
    /// Conflicts that are not shown.
    pub n_more: fn(usize) -> String,
    /// The columns of the list.
    pub place: &'static str,
    /// What the open workbook says.
    pub mine: &'static str,
    /// What the other copy says.
    pub theirs: &'static str,
    /// Which of them counts.
    pub choice: &'static str,
    /// All of the open workbook.
    pub all_mine: &'static str,
    /// All of the other copy.
    pub all_theirs: &'static str,
    /// A value that is not there.
    pub gone: &'static str,
    /// An order of a list.
    pub order: &'static str,
    /// Facts that cannot be shown in a cell.
    pub figures: &'static str,
    /// Done: merged.
    pub merged: &'static str,
    /// Done: replaced.
    pub replaced: &'static str,
    /// The sections by their fields.
    sections: [(&'static str, &'static str); 20],
}

/// The words in a language.
pub fn words(locale: Locale) -> &'static Words {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

impl Words {
    /// Where a conflict is: the section, the thing, and the field as the file calls it.
    pub fn place_of(&self, conflict: &Conflict) -> String {
        let path = conflict.place.strip_prefix("workbook.").unwrap_or(&conflict.place);
        let key = path.split(['.', '[']).next().unwrap_or_default();
        let section = self.sections.iter().find(|(field, _)| *field == key);
        let field = path.rsplit('.').next().unwrap_or_default();
        let field = field.split('[').next().unwrap_or_default();
        let parts = [section.map_or(key, |(_, name)| *name), conflict.name.trim(), field];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" › ")
    }

    /// A value as it is shown in the list.
    pub fn value_of(&self, conflict: &Conflict, value: Option<&Value>) -> String {
        if conflict.place.starts_with("workbook.facts.") && value.is_some() {
            return self.figures.to_owned();
        }
        let text = match (conflict.kind, value) {
            (ConflictKind::Order, _) => return self.order.to_owned(),
            (_, None | Some(Value::Null)) => return self.gone.to_owned(),
            (_, Some(Value::String(text))) => text.clone(),
            (_, Some(value)) => ["name", "title", "text"]
                .iter()
                .find_map(|field| value.get(*field)?.as_str().map(str::to_owned))
                .filter(|text| !text.trim().is_empty())
                .unwrap_or_else(|| value.to_string()),
        };
        let mut chars = text.chars();
        let shown: String = chars.by_ref().take(MAX_CHARS).collect();
        if chars.next().is_some() { format!("{shown}…") } else { shown }
    }
}

static ZH: Words = Words {
    bring_in: "并入另一份…",
    title: |name| format!("另一份“{name}”"),
    how: "怎样打开",
    ways: ["作为新的工作簿", "替换现在这份", "合并进现在这份"],
    notes: [
        "现在这份不变，另存为一份新的。",
        "现在这份先放进回收站，可以取回；这一步也可以撤销。",
        "只有一方改过的自动并入，两方都改过的由您选。整个合并是一步，可以撤销。",
    ],
    confirm: "确定",
    cancel: "取消",
    counts: |n| format!("对方新增 {} 处，修改 {} 处，删除 {} 处。", n.added, n.changed, n.removed),
    is_same: "两份没有不同，不用合并。",
    no_base: "没有找到两份共同的上一份，分不出新增和删除：只有一方有的都保留，\
        其余的不同都列为冲突。",
    n_conflicts: |n| format!("冲突 {n} 处"),
    n_links: |n| format!("{n} 样被关联的东西已删除，关联一并去掉。"),
    n_more: |n| format!("还有 {n} 处没有列出，按“全部”的选择处理。"),
    place: "位置",
    mine: "现在这份",
    theirs: "对方那份",
    choice: "取哪一份",
    all_mine: "全部取现在这份",
    all_theirs: "全部取对方那份",
    gone: "（没有）",
    order: "（顺序不同）",
    figures: "（导入的数据）",
    merged: "已合并",
    replaced: "已替换，原来那份在回收站",
    sections: [
        ("shop", "店铺设置"),
        ("calendar", "活动日历"),
        ("goals", "目标"),
        ("personas", "客户画像"),
        ("journey", "购买决策"),
        ("rivals", "竞争对手"),
        ("swot", "SWOT"),
        ("position", "定位"),
        ("products", "产品"),
        ("profit", "价格与利润"),
        ("launch", "新品"),
        ("trials", "测试"),
        ("quadrant", "商品象限"),
        ("diagnosis", "诊断"),
        ("boards", "看板"),
        ("advice", "建议"),
        ("ads", "推广"),
        ("tasks", "任务"),
        ("mappings", "表格读法"),
        ("facts", "导入的数据"),
    ],
};

static EN: Words = Words {
    bring_in: "Bring in a copy…",
    title: |name| format!("Another copy: “{name}”"),
    how: "How to open it",
    ways: ["As a new workbook", "Replace this one", "Merge into this one"],
    notes: [
        "This workbook stays as it is; the copy becomes a workbook of its own.",
        "This workbook goes into the trash first and can be taken back; the step can be undone too.",
        "What only one copy changed comes in by itself; where both did, you choose. All of it is \
            one step that can be undone.",
    ],
    confirm: "OK",
    cancel: "Cancel",
    counts: |n| {
        format!("The copy adds {}, changes {} and removes {}.", n.added, n.changed, n.removed)
    },
    is_same: "The two do not differ: there is nothing to merge.",
    no_base: "No earlier copy is known that both come from, so additions and removals cannot be \
        told apart: what only one has is kept, every other difference is a conflict.",
    n_conflicts: |n| if n == 1 { "1 conflict".to_owned() } else { format!("{n} conflicts") },
    n_links: |n| format!("{n} things that others pointed at are gone; the links go with them."),
    n_more: |n| format!("{n} more are not listed; the choice for all decides them."),
    place: "Where",
    mine: "This one",
    theirs: "The copy",
    choice: "Which counts",
    all_mine: "All from this one",
    all_theirs: "All from the copy",
    gone: "(nothing)",
    order: "(another order)",
    figures: "(imported data)",
    merged: "Merged",
    replaced: "Replaced; the workbook before is in the trash",
    sections: [
        ("shop", "Shop settings"),
        ("calendar", "Events"),
        ("goals", "Goals"),
        ("personas", "Personas"),
        ("journey", "Purchase decision"),
        ("rivals", "Competitors"),
        ("swot", "SWOT"),
        ("position", "Positioning"),
        ("products", "Products"),
        ("profit", "Price and profit"),
        ("launch", "New products"),
        ("trials", "Tests"),
        ("quadrant", "Item quadrant"),
        ("diagnosis", "Diagnosis"),
        ("boards", "Boards"),
        ("advice", "Advice"),
        ("ads", "Advertising"),
        ("tasks", "Tasks"),
        ("mappings", "Table layouts"),
        ("facts", "Imported data"),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    fn conflict(place: &str, kind: ConflictKind) -> Conflict {
        let (place, name) = (place.to_owned(), "送礼".to_owned());
        Conflict { place, name, mine: None, theirs: None, kind }
    }

    #[test]
    fn a_conflict_says_where_it_is_and_what_both_say() {
        let place = "workbook.personas.personas[0000000000000001].share";
        let of = conflict(place, ConflictKind::Value);
        assert_eq!(words(Locale::En).place_of(&of), "Personas › 送礼 › share");
        let order = conflict("workbook.personas.personas[]", ConflictKind::Order);
        assert_eq!(words(Locale::Zh).place_of(&order), "客户画像 › 送礼 › personas");
        let value = |value: Value| words(Locale::En).value_of(&of, Some(&value));
        assert_eq!(value(Value::from(12)), "12");
        assert_eq!(value(serde_json::json!({"id": "1", "name": "茶"})), "茶");
        assert_eq!(value(Value::from("长".repeat(100))).chars().count(), MAX_CHARS + 1);
        assert_eq!(words(Locale::En).value_of(&of, None), "(nothing)");
    }
}
