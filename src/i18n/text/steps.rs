//! The steps of undo and redo, named.

use crate::workbook::edit::Step;

/// What a step is called, in Chinese.
pub(super) fn zh_step(step: &Step) -> String {
    match step {
        Step::Shop => "店铺设置".to_owned(),
        Step::AdCap => "推广上限".to_owned(),
        Step::Calendar => "活动".to_owned(),
        Step::Target => "年目标".to_owned(),
        Step::Cells => "锁定的目标".to_owned(),
        Step::Shape => "分配权重".to_owned(),
        Step::Rates => "转化率与客单价".to_owned(),
        Step::Scenarios => "保底与冲刺".to_owned(),
        Step::Splits => "拆分".to_owned(),
        Step::Baseline => "冻结版本".to_owned(),
        Step::Personas => "客户画像".to_owned(),
        Step::Journey => "决策因素".to_owned(),
        Step::Rivals => "竞争对手".to_owned(),
        Step::Swot => "SWOT".to_owned(),
        Step::Position => "定位".to_owned(),
        Step::Products => "商品".to_owned(),
        Step::Matrix => "波士顿矩阵".to_owned(),
        Step::Quadrant => "生命周期四象限".to_owned(),
        Step::Diagnosis => "诊断".to_owned(),
        Step::Boards => "看板".to_owned(),
        Step::Advice => "建议".to_owned(),
        Step::Ads => "推广".to_owned(),
        Step::Profit => "定价与利润".to_owned(),
        Step::Launch => "新品".to_owned(),
        Step::Trials => "测款测图".to_owned(),
        Step::ProfitControl => "利润控制表".to_owned(),
        Step::Tasks => "任务".to_owned(),
        Step::Mapping => "表格对应".to_owned(),
        Step::Import(file) => format!("导入 {file}"),
        Step::Replace => "换成另一份工作簿".to_owned(),
    }
}

/// What a step is called, in English.
pub(super) fn en_step(step: &Step) -> String {
    match step {
        Step::Shop => "shop settings".to_owned(),
        Step::AdCap => "ad cap".to_owned(),
        Step::Calendar => "event".to_owned(),
        Step::Target => "year's target".to_owned(),
        Step::Cells => "typed targets".to_owned(),
        Step::Shape => "weights".to_owned(),
        Step::Rates => "conversion and order value".to_owned(),
        Step::Scenarios => "floor and stretch".to_owned(),
        Step::Splits => "split".to_owned(),
        Step::Baseline => "frozen version".to_owned(),
        Step::Personas => "persona".to_owned(),
        Step::Journey => "decision factor".to_owned(),
        Step::Rivals => "competitor".to_owned(),
        Step::Swot => "SWOT".to_owned(),
        Step::Position => "positioning".to_owned(),
        Step::Products => "product".to_owned(),
        Step::Matrix => "BCG matrix".to_owned(),
        Step::Quadrant => "traffic × conversion".to_owned(),
        Step::Diagnosis => "diagnosis".to_owned(),
        Step::Boards => "board".to_owned(),
        Step::Advice => "advice".to_owned(),
        Step::Ads => "advertising".to_owned(),
        Step::Profit => "price and profit".to_owned(),
        Step::Launch => "new product".to_owned(),
        Step::Trials => "A/B test".to_owned(),
        Step::ProfitControl => "profit control".to_owned(),
        Step::Tasks => "task".to_owned(),
        Step::Mapping => "table mapping".to_owned(),
        Step::Import(file) => format!("import of {file}"),
        Step::Replace => "another workbook in this one's place".to_owned(),
    }
}
