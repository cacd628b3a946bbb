//! `#[derive(Record)]`: the reader of a persisted record.
//!
//! A record ends in `#[serde(flatten)] pub extra: Extra`, where fields live that this version
//! does not know. What serde derives for that keeps every field aside and reads it again, three to
//! eight kilobytes of code a record. This reads each field once, by functions that all records
//! share ([`zhanggui::base::record`]), and gives the same values and the same errors.
//!
//! The attributes are serde's, which the derived `Serialize` and the published schema read too:
//! `default` on the record or a field, `default = "path"`, `skip`, `skip_serializing_if`,
//! `flatten`.

use proc_macro::TokenStream;
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Error, ExprPath, Field, Fields, LitStr, Type};

/// Derives `serde::Deserialize` for a record with named fields, one of which is flattened and
/// takes what is not known.
#[proc_macro_derive(Record, attributes(serde))]
pub fn record(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// Where the value of a field comes from that the text does not have.
enum Missing {
    /// It must be there.
    Refuse,
    /// The type's default.
    Default,
    /// A function.
    Call(ExprPath),
    /// The record's default.
    OfRecord,
}

/// What the attributes of a record or a field say.
#[derive(Default)]
struct Said {
    is_default: bool,
    call: Option<ExprPath>,
    is_flat: bool,
    is_skipped: bool,
}

fn said(attrs: &[Attribute]) -> Result<Said, Error> {
    let mut said = Said::default();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("serde")) {
        attr.parse_nested_meta(|meta| {
            if meta.path.is_ident("default") {
                said.is_default = true;
                if let Ok(value) = meta.value() {
                    said.call = Some(value.parse::<LitStr>()?.parse()?);
                }
            } else if meta.path.is_ident("flatten") {
                said.is_flat = true;
            } else if meta.path.is_ident("skip") {
                said.is_skipped = true;
            } else if meta.path.is_ident("skip_serializing_if") {
                // Writing is derived by serde.
                meta.value()?.parse::<LitStr>()?;
            } else {
                return Err(meta.error("not known to records"));
            }
            Ok(())
        })?;
    }
    Ok(said)
}

fn is_option(field: &Field) -> bool {
    let Type::Path(path) = &field.ty else { return false };
    path.path.segments.last().is_some_and(|last| last.ident == "Option")
}

fn expand(input: &DeriveInput) -> Result<proc_macro2::TokenStream, Error> {
    let fields = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => &fields.named,
            _ => return Err(Error::new_spanned(input, "a record has named fields")),
        },
        _ => return Err(Error::new_spanned(input, "a record is a struct")),
    };
    let of_record = said(&input.attrs)?.is_default;
    let name = &input.ident;
    let text = name.to_string();
    let (mut known, mut skipped, mut extra) = (Vec::new(), Vec::new(), None);
    for field in fields {
        let said = said(&field.attrs)?;
        let missing = match said.call {
            Some(path) => Missing::Call(path),
            None if said.is_default => Missing::Default,
            None if of_record => Missing::OfRecord,
            None if is_option(field) => Missing::Default,
            None => Missing::Refuse,
        };
        match &field.ident {
            Some(ident) if said.is_flat => extra = Some(ident),
            Some(ident) if said.is_skipped => skipped.push(ident),
            Some(ident) => known.push((ident, &field.ty, missing)),
            None => {}
        }
    }
    let Some(extra) = extra else {
        return Err(Error::new_spanned(input, "one field is flattened and takes the unknown"));
    };
    let idents: Vec<_> = known.iter().map(|(ident, ..)| ident).collect();
    let types: Vec<_> = known.iter().map(|(_, ty, _)| ty).collect();
    let keys: Vec<_> = idents.iter().map(|ident| ident.to_string()).collect();
    let places = 0..keys.len();
    let values = known.iter().zip(&keys).map(|((ident, _, missing), key)| match missing {
        Missing::Refuse => quote!(crate::base::record::required(#ident, #key)?),
        Missing::Default => quote!(#ident.unwrap_or_default()),
        Missing::Call(path) => quote!(#ident.unwrap_or_else(#path)),
        Missing::OfRecord => quote!(#ident.unwrap_or(__default.#ident)),
    });
    let default = of_record.then(|| quote!(let __default = #name::default();));
    let expected = format!("struct {text}");
    Ok(quote! {
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl<'de> ::serde::de::Visitor<'de> for Visitor {
                    type Value = #name;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str(#expected)
                    }
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(
                        self,
                        mut __map: A,
                    ) -> Result<#name, A::Error> {
                        const FIELDS: &[&str] = &[#(#keys),*];
                        #(let mut #idents: Option<#types> = None;)*
                        let mut #extra = crate::base::extra::Extra::new();
                        while let Some(__place) =
                            crate::base::record::next(&mut __map, FIELDS, &mut #extra)?
                        {
                            match __place {
                                #(#places => crate::base::record::read(&mut __map, &mut #idents, #keys)?,)*
                                _ => {}
                            }
                        }
                        #default
                        Ok(#name {
                            #(#idents: #values,)*
                            #(#skipped: Default::default(),)*
                            #extra
                        })
                    }
                }
                reader.deserialize_map(Visitor)
            }
        }
    })
}
