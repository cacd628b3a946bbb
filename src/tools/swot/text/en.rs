//! The words in English.

use super::Text;
use crate::tools::swot::calc::Way;
use crate::tools::swot::calc::compare::Became;
use crate::tools::swot::model::{Horizon, Progress, Quadrant};

fn quadrant(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Strength => "Strengths",
        Quadrant::Weakness => "Weaknesses",
        Quadrant::Opportunity => "Opportunities",
        Quadrant::Threat => "Threats",
    }
}

/// The words.
pub static EN: Text = Text {
    title: "SWOT",
    question: "What do we win with, what do we mend first? Every line has its evidence, and becomes something that is done.",
    quadrant,
    handling: |quadrant| match quadrant {
        Quadrant::Strength => "find and keep",
        Quadrant::Weakness => "train and tidy",
        Quadrant::Opportunity => "take all",
        Quadrant::Threat => "analyse, then concentrate",
    },
    n_entries: |n| n.to_string(),
    axis: ["For us", "Against us"],
    add: |one| format!("Add to {}", quadrant(one).to_lowercase()),
    text: "What it says",
    move_it: |code| format!("Move {code}"),
    move_help: "Hold and drag; or use the arrows: up and down for the order, left and right for the quadrant",
    moved: |code| format!("Now {code}"),
    menu: |code| format!("Actions for {code}"),
    edit: "Edit",
    up: "Move up",
    down: "Move down",
    to: |one| format!("Move to {}", quadrant(one).to_lowercase()),
    make_task: "Make a task",
    task_made: "Added to the tasks",
    remove: "Delete",
    removed: "Deleted",
    undo: "Undo",
    weight: "Weight: how much it matters",
    rating: |quadrant| match quadrant {
        Quadrant::Strength => "Rating: how far ahead",
        Quadrant::Weakness => "Rating: how much it hurts",
        Quadrant::Opportunity => "Rating: how large and sure",
        Quadrant::Threat => "Rating: how likely and severe",
    },
    score: |n| n.to_string(),
    impact: "Impact",
    scores: |weight, rating, impact| format!("Weight {weight}, rating {rating}, impact {impact}"),
    horizon: "When",
    horizon_name: |horizon| match horizon {
        None => "Not said",
        Some(Horizon::Now) => "Now",
        Some(Horizon::Quarter) => "This quarter",
        Some(Horizon::Year) => "This year",
    },
    owner: "Owner",
    action: "How it is handled",
    status: "Progress",
    status_name: |status| match status {
        Progress::Open => "Open",
        Progress::Doing => "Under way",
        Progress::Done => "Done",
        Progress::Dropped => "Given up",
    },
    is_core: "Core competence rests on it",
    open_source: "Open the source",
    made_from: "Made from",
    done: "Done",
    cancel: "Cancel",
    sort: "Order",
    sorts: ["My order", "By impact"],
    totals: "Totals",
    totals_head: ["Quadrant", "Entries", "With evidence", "Impact", "Weighted rating"],
    balance: |inner, outer| {
        let sign = |n: i64| if n < 0 { format!("−{}", -n) } else { format!("+{n}") };
        format!("Internal (S − W) {}, external (O − T) {}", sign(inner), sign(outer))
    },
    tows: "TOWS: pairs become strategies",
    tows_note: |n, coverage| {
        let strategies = if n == 1 { "strategy" } else { "strategies" };
        format!("{n} {strategies} use {} of {} entries", coverage.n_used, coverage.n_all)
    },
    tows_head: ["Uses", "Strategy", "Who", "Due", "Progress"],
    way: |way| match way {
        Way::So => "use strengths to take opportunities",
        Way::Wo => "mend weaknesses to take opportunities",
        Way::St => "use strengths against threats",
        Way::Wt => "lessen weaknesses, avoid threats",
        Way::Unpaired => "Not paired yet",
    },
    pair: "New strategy",
    template: |ours, outside| format!("{} for {}: ", ours.join(", "), outside.join(", ")),
    strategy: "Strategy",
    pairs: "Entries that it pairs",
    pair_note: "At least one of ours (S, W) and one from outside (O, T).",
    due: "Due",
    metric: "Metric to move",
    no_metric: "None",
    save: "Save",
    no_strategies: "No strategies yet. Pair something of ours with something outside.",
    unused: "Not used yet",
    unanswered: "Not answered yet",
    all_used: "All have a strategy",
    twice: "Said twice?",
    twice_words: |a, b, percent| {
        format!("{a} and {b} share {percent}% of their letters: merge them, or say what differs")
    },
    not_twice: "No two entries say the same",
    competence: "Core competence",
    competence_help: |codes| {
        if codes.is_empty() {
            "One sentence; tick what it rests on in the entries.".to_owned()
        } else {
            format!("Rests on {}", codes.join(", "))
        }
    },
    candidates: |n| format!("Candidates {n}"),
    candidates_title: "Candidates",
    candidates_note: "Found by stated rules in the workbook's own numbers. You decide; what you dismiss is remembered and not proposed again.",
    no_candidates: "No new candidates. Import more data, note down competitors, score the decision factors.",
    accept: "Accept",
    dismiss: "Dismiss",
    rule: |name, source| format!("Rule: {name} ({source})"),
    rules: "Rules and limits",
    limit: "Limit",
    dismissed: |n| format!("Dismissed: {n}"),
    restore: "Bring back",
    checked: |day| format!("Checked {day}"),
    check_today: "Checked today",
    export: "Export",
    png: "Save as picture",
    markdown: "Save as Markdown",
    print: "Print",
    rank: |one| format!("Rank {} by pairs", quadrant(one).to_lowercase()),
    which: "Which matters more?",
    ranked: |done, all| format!("{done} of {all} ranked"),
    take_order: "Use this order",
    versions: "Earlier versions",
    versions_note: "keep what it looks like today, to compare with later",
    version_name: "Name of the version",
    keep: "Keep the present",
    compare: ["From", "To"],
    now: "Now",
    became: |became| match became {
        Became::Added => "new".to_owned(),
        Became::Removed => "gone".to_owned(),
        Became::Moved(from) => format!("was in {}", quadrant(*from).to_lowercase()),
        Became::Weighed(before) => format!("impact was {before}"),
        Became::Reworded(before) => format!("said: {before}"),
    },
    same: "The two versions are the same.",
    empty_title: "Write down a first strength",
    empty_words: "List the shop's strengths, weaknesses, opportunities and threats to find its core competence. With imported data, competitors and decision factors, rules propose candidates here.",
    empty_begin: "See the candidates",
    board: "The four quadrants",
};
