//! Tasks: what somebody does about something, until when; every page can make one.

pub mod edit;
pub mod model;
