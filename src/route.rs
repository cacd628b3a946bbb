//! Addresses: what stands after `#`.
//!
//! The browser asks the server for the same file whatever stands there, so that the page works on
//! any static host and under any path.

#[cfg(target_arch = "wasm32")]
pub mod pages;

use crate::base::id::Id;

/// A place in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// 今天, the home page.
    Today,
    /// 客户画像.
    Personas,
    /// 购买决策.
    Journey,
    /// 竞争对手.
    Rivals,
    /// SWOT.
    Swot,
    /// 定位与价值曲线.
    Position,
    /// 商品.
    Products,
    /// 波士顿矩阵.
    Matrix,
    /// 定价与利润.
    Profit,
    /// 新品.
    Launch,
    /// 测款测图.
    Trials,
    /// 利润控制表.
    ProfitControl,
    /// 生命周期四象限.
    Quadrant,
    /// 看板.
    Boards,
    /// 目标拆解.
    Goals,
    /// 活动.
    Events,
    /// 诊断.
    Diagnosis,
    /// 建议.
    Advice,
    /// 推广.
    Ads,
    /// 导入.
    Import,
    /// 数据档案: the workbooks and what was imported.
    Archive,
    /// 设置.
    Settings,
    /// An address that leads nowhere.
    NotFound,
}

/// The steps of the operator's method, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// 今天 alone; has no heading.
    Home,
    /// 看清: customers, competitors, SWOT.
    See,
    /// 定位: position, products, profit.
    Place,
    /// 目标: goals and events.
    Goals,
    /// 数据: import, board, diagnosis.
    Data,
    /// The workbook and the screen.
    App,
}

impl Route {
    /// All places that have an address of their own, in the order of the navigation.
    pub const ALL: &[Self] = &[
        Self::Today,
        Self::Personas,
        Self::Journey,
        Self::Rivals,
        Self::Swot,
        Self::Position,
        Self::Products,
        Self::Matrix,
        Self::Profit,
        Self::ProfitControl,
        Self::Launch,
        Self::Trials,
        Self::Quadrant,
        Self::Goals,
        Self::Events,
        Self::Boards,
        Self::Diagnosis,
        Self::Advice,
        Self::Ads,
        Self::Import,
        Self::Archive,
        Self::Settings,
    ];

    /// Reads the part of the address from `#` on: `#/goals`; what follows a second slash is the
    /// page's own.
    pub fn parse(hash: &str) -> Self {
        let slug = hash.trim_start_matches('#').trim_start_matches('/');
        let slug = slug.split('/').next().unwrap_or_default();
        Self::ALL.iter().copied().find(|route| route.slug() == slug).unwrap_or(Self::NotFound)
    }

    /// The word in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Today | Self::NotFound => "",
            Self::Personas => "personas",
            Self::Journey => "journey",
            Self::Rivals => "rivals",
            Self::Swot => "swot",
            Self::Position => "position",
            Self::Products => "products",
            Self::Matrix => "bcg",
            Self::Profit => "profit",
            Self::Launch => "launch",
            Self::Trials => "tests",
            Self::ProfitControl => "profit-control",
            Self::Quadrant => "quadrant",
            Self::Boards => "board",
            Self::Goals => "goals",
            Self::Events => "events",
            Self::Diagnosis => "diagnosis",
            Self::Advice => "advice",
            Self::Ads => "ads",
            Self::Import => "import",
            Self::Archive => "archive",
            Self::Settings => "settings",
        }
    }

    /// The address as a link within the page.
    pub fn href(self) -> String {
        format!("#/{}", self.slug())
    }

    /// The address of one thing on a page, which the page opens at it.
    pub fn at(self, thing: Id) -> String {
        format!("#/{}/{thing}", self.slug())
    }

    /// The thing that an address leads to, if it leads to one.
    pub fn thing(hash: &str) -> Option<Id> {
        hash.trim_start_matches('#').trim_start_matches('/').split('/').nth(1)?.parse().ok()
    }

    /// The group in which the navigation shows it.
    pub fn group(self) -> Group {
        match self {
            Self::Today | Self::NotFound => Group::Home,
            Self::Personas | Self::Journey | Self::Rivals | Self::Swot => Group::See,
            Self::Position
            | Self::Products
            | Self::Matrix
            | Self::Profit
            | Self::ProfitControl
            | Self::Launch
            | Self::Trials
            | Self::Quadrant => Group::Place,
            Self::Goals | Self::Events => Group::Goals,
            Self::Boards
            | Self::Diagnosis
            | Self::Advice
            | Self::Ads
            | Self::Import
            | Self::Archive => Group::Data,
            Self::Settings => Group::App,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_thing_on_its_page() {
        let thing = Id::from_bits(0xAB);
        let hash = Route::Swot.at(thing);
        assert_eq!((Route::parse(&hash), Route::thing(&hash)), (Route::Swot, Some(thing)));
        for hash in ["", "#/swot", "#/swot/", "#/swot/x"] {
            assert_eq!(Route::thing(hash), None, "{hash}");
        }
    }

    #[test]
    fn every_place_has_its_own_address() {
        for &route in Route::ALL {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn addresses_are_read_leniently_and_wrong_ones_lead_nowhere() {
        for (hash, route) in [
            ("", Route::Today),
            ("#", Route::Today),
            ("#/", Route::Today),
            ("#/goals/2026/month", Route::Goals),
            ("#goals", Route::Goals),
            ("#/nothing", Route::NotFound),
        ] {
            assert_eq!(Route::parse(hash), route, "{hash}");
        }
    }
}
