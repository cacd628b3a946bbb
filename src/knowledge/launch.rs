//! New products: what is asked of one before it is put up for sale (T-45), as data.

/// Something that a new product is scored on, 1–5.
#[derive(Clone, Copy, Debug)]
pub struct LaunchCriterion {
    /// Its name in the file format, for good.
    pub key: &'static str,
    /// Its name: Chinese, English.
    pub name: (&'static str, &'static str),
    /// What is asked: Chinese, English.
    pub question: (&'static str, &'static str),
    /// What to mend where it scores low: Chinese, English.
    pub fix: (&'static str, &'static str),
    /// How much it counts beside the others.
    pub weight: u32,
}

/// The three of the source, and whether it fits the persona.
pub static CRITERIA: [LaunchCriterion; 4] = [
    LaunchCriterion {
        key: "recognition",
        name: ("消费者认知", "Recognition"),
        question: (
            "顾客一眼看得懂它是什么、解决什么问题吗？",
            "Does a customer see at a glance what it is and what it solves?",
        ),
        fix: (
            "用一句话写清解决什么问题，主图只讲这一点",
            "Say in one sentence what it solves, and let the main picture say only that",
        ),
        weight: 30,
    },
    LaunchCriterion {
        key: "findability",
        name: ("容易发现度", "Findability"),
        question: (
            "有人搜的词、合适的类目和入口能让人找到它吗？",
            "Are there words that people search, a category and a place where it is found?",
        ),
        fix: (
            "补搜索词和属性，选对类目，安排店内入口",
            "Add search words and attributes, choose the category, give it a place in the shop",
        ),
        weight: 25,
    },
    LaunchCriterion {
        key: "price",
        name: ("价格竞争性", "Price"),
        question: (
            "和同款、近似款比，这个价顾客愿意选它吗？",
            "Beside the same and like products, would customers choose it at this price?",
        ),
        fix: (
            "重谈成本或起订量，或做套餐、加看得见的价值",
            "Negotiate cost or minimum order, make a bundle, or add value that is seen",
        ),
        weight: 25,
    },
    LaunchCriterion {
        key: "persona_fit",
        name: ("人群契合", "Persona fit"),
        question: (
            "它是给我们的主力人群的吗？他们为什么要买？",
            "Is it for the people we serve, and why would they buy?",
        ),
        fix: (
            "改款式或材料去贴合人群，或者换一个人群说清楚",
            "Change style or material to fit the persona, or name the persona that it is for",
        ),
        weight: 20,
    },
];

/// The criterion with this key.
pub fn criterion(key: &str) -> Option<&'static LaunchCriterion> {
    CRITERIA.iter().find(|one| one.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_make_a_hundred_and_keys_are_their_own() {
        assert_eq!(CRITERIA.iter().map(|one| one.weight).sum::<u32>(), 100);
        for (idx, one) in CRITERIA.iter().enumerate() {
            assert!(CRITERIA[..idx].iter().all(|other| other.key != one.key));
            assert_eq!(criterion(one.key).map(|found| found.name), Some(one.name));
        }
    }
}
