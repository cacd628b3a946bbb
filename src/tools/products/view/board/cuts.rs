//! The cuts, typed; and the limit of a dependency.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::products::calc::matrix::{Axis, CutBy};
use crate::tools::products::edit::MatrixChange;
use crate::tools::products::model::Measure;
use crate::tools::products::text::names;
use crate::tools::products::view::board::Look;
use crate::ui::{Button, ButtonKind, CountField, MoneyField, RatioField, Section};

/// Both cuts and the limit.
#[component]
pub fn Cuts(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let limit =
        Signal::derive(move || Some(page.section.with(|section| section.matrix.dependency)));
    let set_limit = move |share: Option<Ratio>| {
        if let Some(share) = share {
            look.change(MatrixChange::Dependency(share));
        }
    };
    let measures = Memo::new(move |_| look.axes());
    let fields = move || {
        let (x, y) = measures.get();
        view! {
            <Field look measure=x />
            <Field look measure=y />
        }
    };
    view! {
        <Section title=t.cuts note=t.cuts_note>
            <div class="products-pair">
                {fields}
                <RatioField
                    label=t.dependency_limit
                    is_required=true
                    value=limit
                    on_commit=set_limit
                />
            </div>
        </Section>
    }
}

#[component]
fn Field(look: Look, measure: Measure) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let axis = Memo::new(move |_| {
        look.board.with(|board| {
            [board.x, board.y].into_iter().find(|axis: &Axis| axis.measure == measure)
        })
    });
    let cut = move || axis.get().and_then(|axis| axis.cut);
    let by = Signal::derive(move || match axis.get().map(|axis| axis.by) {
        Some(CutBy::Usual) => t.by_usual.to_owned(),
        Some(CutBy::User) => t.by_user.to_owned(),
        _ => t.by_median.to_owned(),
    });
    let set = move |value: Option<i64>| look.change(MatrixChange::Cut(measure, value));
    let label = names::measure(measure, page.locale);
    let is_own = move || axis.get().is_some_and(|axis| axis.by == CutBy::User);
    let field = match measure {
        Measure::Units => {
            view! { <CountField label value=Signal::derive(cut) help=by on_commit=set /> }
                .into_any()
        }
        Measure::Revenue | Measure::UnitProfit => {
            let value = Signal::derive(move || cut().map(Money::from_fen_clamped));
            let commit = move |amount: Option<Money>| set(amount.map(Money::fen));
            view! { <MoneyField label value help=by on_commit=commit /> }.into_any()
        }
        // A relative share of 1 is typed as 100 %.
        _ => {
            let ratio = |bp: i64| Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX));
            let value = Signal::derive(move || cut().map(ratio));
            let commit = move |share: Option<Ratio>| set(share.map(|share| share.bp().into()));
            view! { <RatioField label value help=by on_commit=commit /> }.into_any()
        }
    };
    view! {
        <div>
            {field} <Show when=is_own>
                <Button kind=ButtonKind::Link on_press=move |()| set(None)>
                    {t.reset}
                </Button>
            </Show>
        </div>
    }
}
