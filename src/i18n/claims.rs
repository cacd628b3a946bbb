//! The warning of absolute terms (N-12).

use crate::base::locale::Locale;
use crate::knowledge::claims::{ClaimKind, absolute_terms};

/// What to say of a text with absolute terms: which ones, why, and what to write instead; `None`
/// where it has none. A warning: the text is taken as it is.
pub fn claim_warning(text: &str, locale: Locale) -> Option<String> {
    let claims = absolute_terms(text);
    let kind = claims.first()?.kind;
    let mut words: Vec<&str> = Vec::new();
    for claim in &claims {
        if !words.contains(&claim.text.as_str()) {
            words.push(&claim.text);
        }
    }
    Some(match locale {
        Locale::Zh => format!(
            "“{}”是绝对化用语，广告法不允许用在标题、主图和详情页。{}",
            words.join("”“"),
            instead(kind, locale)
        ),
        Locale::En => format!(
            "“{}”: advertising law does not allow absolute terms in titles, pictures and pages. {}",
            words.join("”, “"),
            instead(kind, locale)
        ),
    })
}

fn instead(kind: ClaimKind, locale: Locale) -> &'static str {
    match (kind, locale) {
        (ClaimKind::Superlative, Locale::Zh) => "改写成可以核实的事实：材质、尺寸、数字。",
        (ClaimKind::Superlative, Locale::En) => {
            "Say a fact that can be checked: material, size, a number."
        }
        (ClaimKind::Rank, Locale::Zh) => "作内部目标可以；对外请写数字、时间和出处。",
        (ClaimKind::Rank, Locale::En) => {
            "Fine as a goal of your own; outside, give number, date and source."
        }
        (ClaimKind::Exclusive, Locale::Zh) => "改写成自己做到了什么，不说别人没有。",
        (ClaimKind::Exclusive, Locale::En) => "Say what you do, not that nobody else does.",
        (ClaimKind::State, Locale::Zh) => "没有证书不要写；有证书写证书名和编号。",
        (ClaimKind::State, Locale::En) => "Leave it out, or name the certificate and its number.",
        (ClaimKind::Certainty, Locale::Zh) => "改写成条件和范围：多久、什么情况下。",
        (ClaimKind::Certainty, Locale::En) => "Say the terms: for how long, in which case.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_names_the_words_and_a_way_out() {
        assert_eq!(claim_warning("喜欢自在，有条有理", Locale::Zh), None);
        assert_eq!(
            claim_warning("全网销量第一，第一", Locale::Zh).as_deref(),
            Some(
                "“第一”是绝对化用语，广告法不允许用在标题、主图和详情页。作内部目标可以；对外请写数字、时间和出处。"
            )
        );
        let en = claim_warning("The only lamp", Locale::En).unwrap();
        assert!(en.starts_with("“The only”: advertising law"), "{en}");
    }
}
