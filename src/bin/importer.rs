//! The import worker.

fn main() {}
