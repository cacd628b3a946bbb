//! The structure of the products by their roles (T-41).

use leptos::prelude::*;

use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::products::calc::roles::{RoleSum, missing, roles};
use crate::tools::products::text::names;
use crate::tools::products::view::state::Page;
use crate::ui::{Message, Section};

/// How many products and how much of the sales each role has, and which role nobody has.
#[component]
pub fn Roles(page: Page) -> impl IntoView {
    let t = page.t;
    let sums = Memo::new(move |_| {
        let all = page.figures.get();
        page.section.with(|section| roles(section, &all))
    });
    let gaps = Memo::new(move |_| {
        let names = sums.with(|sums| missing(sums));
        let names: Vec<&str> =
            names.into_iter().map(|role| names::role(role, page.locale)).collect();
        names.join(t.comma)
    });
    let row = move |sum: RoleSum| {
        let percent =
            |ratio: Option<Ratio>| ratio.map_or(format::NONE.to_owned(), format::percent1);
        let name = sum.role.map_or(t.no_role, |role| names::role(role, page.locale));
        let hint = sum.role.map(|role| names::role_pricing(role, page.locale));
        let width = format!("{}%", sum.share.map_or(0, Ratio::bp) / 100);
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td data-align="end">{sum.n.to_string()}</td>
                <td data-align="end">
                    <span class="products-bar" style:--products-share=width></span>
                    {percent(sum.share)}
                </td>
                <td data-align="end">{percent(sum.margin)}</td>
                <td data-wrap="" class="muted">
                    {hint}
                </td>
            </tr>
        }
    };
    view! {
        <Section title=t.roles note=t.roles_note>
            <Show when=move || !gaps.read().is_empty()>
                <Message>{move || (t.roles_missing)(&gaps.read())}</Message>
            </Show>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.roles>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t.role}</th>
                            <th scope="col" data-align="end">{t.n_products}</th>
                            <th scope="col" data-align="end">{t.share}</th>
                            <th scope="col" data-align="end">{t.margin}</th>
                            <th scope="col">{t.pricing_hint}</th>
                        </tr>
                    </thead>
                    <tbody>{move || sums.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Section>
    }
}
