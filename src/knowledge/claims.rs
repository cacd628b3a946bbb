//! Absolute terms (N-12): words that advertising must not use, and a check that finds them.
//!
//! Advertising Law of the PRC, article 9 (3), forbids 国家级, 最高级, 最佳 and the like; platforms
//! refuse listings with them. The rows are this program's reading of that rule, to warn and never
//! to forbid: a goal of one's own may well be called 「NO.1」, a headline may not.

/// Why a term is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimKind {
    /// 最…: better than all others.
    Superlative,
    /// 第一, NO.1: a place among all.
    Rank,
    /// 唯一, 独家: nobody else.
    Exclusive,
    /// 国家级, 特供: in the state's name.
    State,
    /// 100%, 永久, 绝对: what cannot be promised.
    Certainty,
}

/// One term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// As it is written, Latin letters in lower case.
    pub word: &'static str,
    /// Why it is one.
    pub kind: ClaimKind,
    /// What may follow the word without being a claim: 最近, 第一次.
    pub unless_before: &'static [&'static str],
}

const fn term(word: &'static str, kind: ClaimKind) -> Term {
    Term { word, kind, unless_before: &[] }
}

const fn unless(
    word: &'static str,
    kind: ClaimKind,
    unless_before: &'static [&'static str],
) -> Term {
    Term { word, kind, unless_before }
}

use ClaimKind::{Certainty, Exclusive, Rank, State, Superlative};

/// Every term. A longer one stands for all that it contains.
pub static TERMS: &[Term] = &[
    // 最 with an adjective; 最 before a noun of time, a verb or a number is no claim.
    term("最佳", Superlative),
    term("最好", Superlative),
    term("最优", Superlative),
    term("最高级", Superlative),
    term("最高端", Superlative),
    unless("最低价", Superlative, &["位"]),
    term("最便宜", Superlative),
    term("最实惠", Superlative),
    term("最划算", Superlative),
    term("最大", Superlative),
    term("最强", Superlative),
    term("最新科技", Superlative),
    term("最先进", Superlative),
    term("最专业", Superlative),
    term("最安全", Superlative),
    term("最正宗", Superlative),
    term("最受欢迎", Superlative),
    term("最畅销", Superlative),
    term("最舒适", Superlative),
    term("最时尚", Superlative),
    term("史上最低", Superlative),
    term("史无前例", Superlative),
    term("顶级", Superlative),
    term("顶尖", Superlative),
    term("极品", Superlative),
    term("极致", Superlative),
    term("终极", Superlative),
    term("巅峰", Superlative),
    term("至尊", Superlative),
    term("无与伦比", Superlative),
    unless(
        "第一",
        Rank,
        &[
            "次", "步", "时间", "天", "年", "个", "件", "单", "批", "波", "眼", "位客", "季度",
            "代", "周", "屏", "张", "条", "种", "层", "人称", "手",
        ],
    ),
    term("no.1", Rank),
    term("no1", Rank),
    unless("top1", Rank, &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]),
    term("冠军", Rank),
    term("销冠", Rank),
    term("领导品牌", Rank),
    term("领导者", Rank),
    term("领先品牌", Rank),
    term("王牌", Rank),
    term("之王", Rank),
    term("首选", Rank),
    term("唯一", Exclusive),
    term("独家", Exclusive),
    term("独一无二", Exclusive),
    term("绝无仅有", Exclusive),
    term("前无古人", Exclusive),
    term("全网首发", Exclusive),
    term("国家级", State),
    term("世界级", State),
    term("宇宙级", State),
    term("国家领导人", State),
    term("驰名商标", State),
    term("特供", State),
    term("免检", State),
    term("100%", Certainty),
    term("百分之百", Certainty),
    term("百分百", Certainty),
    term("绝对", Certainty),
    term("永久", Certainty),
    term("万能", Certainty),
    term("零风险", Certainty),
    term("无副作用", Certainty),
    term("彻底根治", Certainty),
    term("the best", Superlative),
    term("best in", Superlative),
    term("the cheapest", Superlative),
    term("lowest price", Superlative),
    term("world-class", State),
    term("national-level", State),
    term("number one", Rank),
    term("#1", Rank),
    term("the only", Exclusive),
    term("one and only", Exclusive),
    term("guaranteed", Certainty),
];

/// A term that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// As it stands in the text.
    pub text: String,
    /// Why it is one.
    pub kind: ClaimKind,
    /// Where it begins, in characters.
    pub at: usize,
}

/// Every absolute term of a text, from its beginning; of overlapping ones the longest. Letters in
/// full width and in upper case, and spaces within a term (`NO 1`), are read as usual ones.
pub fn absolute_terms(text: &str) -> Vec<Claim> {
    // Each character with its place; spaces that part no Latin words are left out.
    let chars: Vec<char> = text.chars().collect();
    let plain: Vec<(usize, char)> = chars
        .iter()
        .enumerate()
        .map(|(at, c)| (at, plain_char(*c)))
        .filter(|(at, c)| *c != ' ' || parts_words(&chars, *at))
        .collect();
    let mut found = Vec::new();
    let mut from = 0;
    while from < plain.len() {
        let longest = TERMS
            .iter()
            .filter(|term| term.stands_at(&plain, from))
            .max_by_key(|term| term.word.chars().count());
        let Some(term) = longest else {
            from += 1;
            continue;
        };
        let n_chars = term.word.chars().count();
        let (at, end) = (plain[from].0, plain[from + n_chars - 1].0);
        found.push(Claim { text: chars[at..=end].iter().collect(), kind: term.kind, at });
        from += n_chars;
    }
    found
}

impl Term {
    fn stands_at(&self, text: &[(usize, char)], from: usize) -> bool {
        let Some(rest) = starts_with(&text[from..], self.word) else { return false };
        // "no1" within "piano1" is no claim.
        let is_latin = self.word.starts_with(|c: char| c.is_ascii_alphanumeric());
        let is_within = from > 0 && text[from - 1].1.is_ascii_alphanumeric();
        if is_latin && is_within {
            return false;
        }
        self.unless_before.iter().all(|next| starts_with(rest, next).is_none())
    }
}

fn starts_with<'t>(text: &'t [(usize, char)], word: &str) -> Option<&'t [(usize, char)]> {
    let n_chars = word.chars().count();
    let is_here = text.len() >= n_chars && word.chars().zip(text).all(|(c, (_, d))| c == *d);
    is_here.then(|| &text[n_chars..])
}

/// Half width and lower case.
fn plain_char(c: char) -> char {
    let half = match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    half.to_ascii_lowercase()
}

/// Whether the space at `at` stands between two Latin letters: "the best" is two words.
fn parts_words(chars: &[char], at: usize) -> bool {
    let is_letter = |idx: Option<usize>| {
        idx.and_then(|idx| chars.get(idx)).is_some_and(|c| plain_char(*c).is_ascii_alphabetic())
    };
    is_letter(at.checked_sub(1)) && is_letter(Some(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, usize)> {
        absolute_terms(text).into_iter().map(|claim| (claim.text, claim.at)).collect()
    }

    #[test]
    fn absolute_terms_are_found_as_written() {
        for (text, terms) in [
            ("全网销量第一", vec![("第一", 4)]),
            ("史上最低价，国家级品质", vec![("史上最低", 0), ("国家级", 6)]),
            ("我要做礼盒的 NO. 1", vec![("NO. 1", 7)]),
            ("我要做礼盒的ＮＯ１", vec![("ＮＯ１", 6)]),
            ("The best gift, 100% silk", vec![("The best", 0), ("100%", 15)]),
            ("TOP1 与 TOP10", vec![("TOP1", 0)]),
            ("独家、唯一、绝对", vec![("独家", 0), ("唯一", 3), ("绝对", 6)]),
        ] {
            let want: Vec<(String, usize)> =
                terms.into_iter().map(|(term, at)| (term.to_owned(), at)).collect();
            assert_eq!(found(text), want, "{text}");
        }
    }

    #[test]
    fn ordinary_words_are_left_alone() {
        for text in [
            "",
            "最近三个月最关心发货，最怕不够精致",
            "第一次买首饰盒，第一时间发货",
            "最后 3 天，最多 5 件",
            "piano1 kino.1x",
            "不标榜过度奢华，喜欢自在",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn every_term_finds_itself_and_stands_once() {
        for term in TERMS {
            let claims = absolute_terms(term.word);
            assert_eq!(claims.len(), 1, "{}", term.word);
            assert_eq!(claims[0].kind, term.kind, "{}", term.word);
            let same = TERMS.iter().filter(|other| other.word == term.word).count();
            assert_eq!(same, 1, "{}", term.word);
            assert_eq!(term.word, term.word.to_ascii_lowercase());
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_checked_without_harm(text in "\\PC{0,60}") {
            for claim in absolute_terms(&text) {
                let n_chars = claim.text.chars().count();
                let there: String = text.chars().skip(claim.at).take(n_chars).collect();
                proptest::prop_assert_eq!(there, claim.text);
            }
        }
    }
}
