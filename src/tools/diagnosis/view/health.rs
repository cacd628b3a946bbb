//! The check-up: pages, visitors' worth, service, ratings.

use leptos::prelude::*;

use crate::facts::measure::{Grade, Limit};
use crate::i18n::{format, measure};
use crate::tools::diagnosis::calc::health::{
    Health, Light, Line, ORDER_VALUE_PASS, OrderValue, Pages, health,
};
use crate::tools::diagnosis::view::state::{Page, money};
use crate::ui::Section;

/// The check-up of the period.
#[component]
pub fn CheckUp(page: Page) -> impl IntoView {
    let t = page.t;
    // Limits are the board's, where the user may have changed them.
    let checked = page.store.select(move |wb| {
        let span = page.span.get()?;
        Some(health(&wb.facts, span, &|of, limit| wb.limit(of, limit)))
    });
    let table = move || {
        let span = page.span.get()?;
        let found = checked.get()?;
        Some(rows(page, &found, span.n_days()))
    };
    view! {
        <Section title=t.health note=t.health_note>
            {table}
        </Section>
    }
}

/// A light in words: it is never told by colour alone.
fn word(page: Page, light: Light) -> (&'static str, &'static str) {
    let t = page.t;
    match light {
        Light::Fail => ("fail", t.light_fail),
        Light::Pass => ("pass", t.light_pass),
        Light::Good => ("good", t.light_good),
        Light::Open => ("open", format::NONE),
    }
}

fn cells(
    page: Page,
    name: String,
    value: String,
    limits: String,
    light: Light,
    rest: String,
) -> impl IntoView {
    let (kind, words) = word(page, light);
    view! {
        <tr>
            <th scope="row" data-wrap="">{name}</th>
            <td data-align="end">{value}</td>
            <td>
                <span class="diagnosis-light" data-light=kind>
                    {words}
                </span>
            </td>
            <td data-wrap="">{limits}</td>
            <td data-wrap="" class="muted">{rest}</td>
        </tr>
    }
}

fn line(page: Page, line: &Line, of_days: usize) -> impl IntoView + use<> {
    let (t, locale, of) = (page.t, page.locale, line.measure);
    let said = |value: i64| measure::value(value, of.unit, locale);
    let one = |limit: &Limit| {
        let value = page.store.with(|wb| wb.limit(&of, limit))?;
        let grade = measure::grade(limit.grade, locale);
        Some(format!("{grade} {} {}", limit.bound.sign(), said(value)))
    };
    let limits: Vec<String> = of.limits.iter().filter_map(one).collect();
    let is_opaque = matches!(of.rule, crate::facts::measure::Rule::Opaque(_));
    let is_rating = of.key.starts_with("rating_");
    let how = match (is_rating, is_opaque) {
        (true, _) => t.health_last,
        (false, true) => t.health_median,
        (false, false) => "",
    };
    let days = (t.of_days)(line.n_days, of_days);
    let rest = if how.is_empty() { days } else { format!("{how}{}{days}", t.comma) };
    let name = measure::name(&of, locale).to_owned();
    cells(page, name, said(line.value), limits.join(t.comma), line.light, rest)
}

fn order_value(page: Page, found: &OrderValue) -> impl IntoView + use<> {
    let t = page.t;
    let times = |ratio: i64| format!("{}.{:02}", ratio / 100, ratio % 100);
    let words = (t.order_value_words)(
        &format::money(money(found.all)),
        &format::money(money(found.hero)),
        &page.name(&found.item),
    );
    let limit =
        format!("{} ≥ {}", measure::grade(Grade::Pass, page.locale), times(ORDER_VALUE_PASS));
    cells(page, t.order_value.to_owned(), times(found.ratio), limit, found.light(), words)
}

fn rows(page: Page, found: &Health, of_days: usize) -> impl IntoView + use<> {
    let t = page.t;
    let pages = match found.pages {
        Pages::Mend => t.pages_mend,
        Pages::Leave => t.pages_leave,
        Pages::Pass => t.pages_pass,
        Pages::Unknown => "",
    };
    let ratio = found.order_value.as_ref().map(|one| order_value(page, one));
    let lines: Vec<_> = found.lines.iter().map(|one| line(page, one, of_days)).collect();
    let is_alert = (found.pages == Pages::Mend).then_some("");
    view! {
        <p class="diagnosis-pages" data-alert=is_alert>
            {pages}
        </p>
        <div class="table-scroll" role="group" tabindex="0" aria-label=t.health>
            <table class="table diagnosis-health">
                <thead>
                    <tr>
                        <th scope="col">{t.health_figure}</th>
                        <th scope="col" data-align="end">{t.health_value}</th>
                        <th scope="col">{t.health_light}</th>
                        <th scope="col">{t.health_limits}</th>
                        <th scope="col">{t.health_basis}</th>
                    </tr>
                </thead>
                <tbody>{ratio} {lines}</tbody>
            </table>
        </div>
    }
}
