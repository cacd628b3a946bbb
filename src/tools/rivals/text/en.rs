//! The words in English.

use super::Text;
use crate::tools::rivals::calc::changes::Grade;
use crate::tools::rivals::model::price::{PriceMode, PriceStep};
use crate::tools::rivals::model::{FoundBy, RivalClass};

/// The words.
pub static EN: Text = Text {
    title: "Competitors",
    question: "Whom do we watch, what have they changed, how do we answer?",
    add: "Add a competitor",
    new_name: "New competitor",
    empty_title: "Begin with four shops",
    empty_words: "Two that sell better than we do and two that do about as well, in a style like ours. Note down prices, sales and main images each time you look; this page says what has changed since.",
    register: "Register",
    mix: |mix| {
        let mut words =
            format!("{}: {} better, {} similar", mix.n_all, mix.n_better, mix.n_similar);
        if mix.is_few() {
            words.push_str(". Watch 3 to 5");
        }
        if mix.is_many() {
            words.push_str(". More than 5 cannot be watched well");
        }
        match mix.lacking() {
            (0, 0) => words.push_str(". A good mix"),
            (better, 0) => words.push_str(&format!(". {better} better lacking")),
            (0, similar) => words.push_str(&format!(". {similar} similar lacking")),
            (better, similar) => {
                words.push_str(&format!(". {better} better and {similar} similar lacking"));
            }
        }
        words
    },
    register_head: ["Shop", "Against us", "Prices", "Style", "Found by", "Last seen"],
    name: "Shop",
    url: "Address",
    open: "Open",
    platform: "Platform",
    class: "Against us",
    class_name: |class| match class {
        RivalClass::Better => "Better",
        RivalClass::Similar => "Similar",
    },
    style: "Like our style (1–5)",
    found: "Found by",
    found_name: |found| match found {
        FoundBy::PriceSearch => "Search by price",
        FoundBy::Advertising => "First page of ads",
        FoundBy::Ranking => "Ranking",
        FoundBy::Other => "Otherwise",
    },
    price_from: "Usual prices from",
    price_to: "to",
    strength: "Company and staff (from public notices)",
    launches: "New products",
    products: "Products watched",
    add_product: "Add a product",
    whole_shop: "The whole shop",
    edit: |name| format!("Edit {name}"),
    remove: "Delete",
    remove_note: "What was noted down of it goes with it.",
    removed: "Deleted",
    undo: "Undo",
    and: ", ",
    parts: "，、；;",
    done: "Done",
    cancel: "Cancel",
    changes: "What changed since the last look",
    since: |day| day.map_or("not looked at yet".to_owned(), |day| format!("looked at until {day}")),
    no_changes: "Nothing has changed.",
    looked: "I have looked",
    grade: |grade| match grade {
        Grade::Urgent => "Answer it",
        Grade::Important => "Think about it",
        Grade::Low => "Good to know",
    },
    task: "Make a task",
    threat: "Note as a threat",
    opportunity: "Note as an opportunity",
    made: "Added to the SWOT",
    made_task: "Made a task",
    rarely: "Looked at now and then: the whole shop, its traffic and its methods",
    order: "When a competitor changes, look at the competitor, then customers, then the market, then yourself. No price follows by itself.",
    observe: "Note down what you see",
    observe_note: "Fill in what you saw; empty fields are not noted.",
    rival: "Competitor",
    product: "Product",
    day: "Date",
    source: "Seen where",
    real: "Real numbers",
    index: "Indices of the platform: not real numbers, comparable with themselves only",
    index_mark: "index",
    other: "Something else (name)",
    other_words: "What you saw",
    save: "Note down",
    saved: |n| format!("Noted down: {n}"),
    history: "History",
    no_history: "Nothing was noted down yet.",
    take_back: |what| format!("Delete the latest: {what}"),
    history_head: ["What", "Latest", "Before", "Course"],
    profile: "Profile on the decision factors",
    profile_note: "scored on the page of decision factors, 1–5",
    no_profile: "No decision factor has scores yet.",
    to_factors: "Score them",
    profile_head: ["Factor", "Importance", "We"],
    against: ["Stronger than us", "Weaker than us"],
    bands: "Price bands",
    bands_note: "competitors by the price after discounts last seen, or else the price; sales count real numbers only, never indices",
    no_bands: "No prices yet. Note down a competitor's, or type our own.",
    bands_head: ["Band", "Competitors", "Their monthly sales", "We", "Our monthly sales"],
    band: |from, to| match (from, to) {
        (None, None) => "All".to_owned(),
        (None, Some(to)) => format!("below {to}"),
        (Some(from), None) => format!("from {from}"),
        (Some(from), Some(to)) => format!("{from}–{to}"),
    },
    edges: "Edges (¥)",
    edges_help: "Parted by spaces, such as 100 150 200; empty for bands by the prices.",
    own: "Our products",
    own_note: "for the bands and the answers; cost is goods, parcel and gift, the rate is commission and advertising",
    add_own: "Add a product",
    own_head: ["Product", "Price", "Cost", "Rate", "Sold a month", "Break-even"],
    answers: "Answers to prices",
    answers_note: "a price under break-even is never taken",
    add_answer: "Add an answer",
    needs_own: "Add one of our products above first.",
    their: "Their price",
    our: "Our price",
    floor: |floor| {
        floor.map_or("Break-even unknown: type the cost".to_owned(), |floor| {
            format!("Break-even {floor}")
        })
    },
    earns: |profit, margin| format!("Earns {profit} a piece, a margin of {margin}"),
    under: "With the costs of today this is under break-even",
    mode: "Times",
    mode_name: |mode| match mode {
        PriceMode::Normal => "As usual",
        PriceMode::Seizing => "They take our market",
    },
    mode_help: |mode| match mode {
        PriceMode::Normal => "Price by position and by what customers value",
        PriceMode::Seizing => "Test their resolve by a cut, or bundle; down to break-even",
    },
    step: "How far",
    step_name: |step| match step {
        PriceStep::Hold => "Hold the price",
        PriceStep::Cut => "Cut",
        PriceStep::Watch => "See whether they follow",
        PriceStep::Resolve => "See their resolve",
        PriceStep::Floor => "At the floor",
        PriceStep::Bundle => "Bundle with a theme",
    },
    bundle: |price, each, discount, profit| {
        let earns =
            profit.map_or("cost unknown".to_owned(), |profit| format!("both earn {profit}"));
        format!("The other way: two for {price} ({each} each, {discount} off), {earns}")
    },
    result: "Result",
    decision: "Decision",
    limits: "Limits of the grades",
    limits_head: ["Think about it from", "Answer it from"],
};
