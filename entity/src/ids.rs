//! Identifiers: a UUIDv7 in the database, a TypeID (`inv_01k…`) on the wire, a type of its own in between.

use portico_domain::typeid;
use sea_orm::{
    ColIdx, ColumnType, DbErr, QueryResult, TryFromU64, TryGetError, TryGetable, Value,
    sea_query::{ArrayType, Nullable, ValueType, ValueTypeErr},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The TypeID's prefix.
            pub const PREFIX: &'static str = $prefix;
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&typeid::encode(Self::PREFIX, self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = typeid::TypeIdError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                typeid::decode(Self::PREFIX, text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(|_| {
                    de::Error::custom(concat!("is not an id of the form ", $prefix, "_…"))
                })
            }
        }

        impl From<$name> for Value {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl TryGetable for $name {
            fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
                Uuid::try_get_by(row, index).map(Self)
            }
        }

        impl ValueType for $name {
            fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
                <Uuid as ValueType>::try_from(value).map(Self)
            }
            fn type_name() -> String {
                stringify!($name).to_owned()
            }
            fn array_type() -> ArrayType {
                <Uuid as ValueType>::array_type()
            }
            fn column_type() -> ColumnType {
                <Uuid as ValueType>::column_type()
            }
        }

        impl Nullable for $name {
            fn null() -> Value {
                <Uuid as Nullable>::null()
            }
        }

        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                id_schema(Self::PREFIX)
            }
        }

        impl utoipa::ToSchema for $name {}
    )*};
}

fn id_schema(prefix: &str) -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
    utoipa::openapi::ObjectBuilder::new()
        .schema_type(utoipa::openapi::schema::Type::String)
        .pattern(Some(format!("^{prefix}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$")))
        .examples([serde_json::json!(typeid::encode(
            prefix,
            Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0001)
        ))])
        .into()
}

ids! {
    /// A business that uses Portico.
    OrganizationId = "org";
    /// A member of staff, in the whole installation.
    StaffUserId = "usr";
    /// A user's place in one organization.
    MembershipId = "mem";
    SessionId = "ses";
    JobId = "job";
    DevMailId = "dml";
    BankAccountId = "bnk";
    TaxAuthorityId = "txa";
    TaxExemptionId = "txe";
    TaxId = "tax";
    TaxGroupId = "txg";
    ItemId = "itm";
    CustomerId = "cus";
    /// Who signs in at a portal; contact persons are its memberships.
    PortalIdentityId = "pid";
    ContactPersonId = "per";
    /// Somebody who asked to be let into a portal.
    PortalSignUpId = "psu";
    InvoiceId = "inv";
    InvoiceLineId = "inl";
    PaymentId = "pay";
    PaymentAllocationId = "pal";
    RefundId = "ref";
    /// A page for one payment, without sign-in.
    PaymentLinkId = "lnk";
    PaymentLinkCodeId = "lkc";
    /// A card or an account that a gateway keeps for a customer.
    PaymentMethodId = "pme";
    CreditEntryId = "cre";
    AuditEntryId = "adt";
    MailId = "mal";
    NotificationId = "ntf";
    SavedViewId = "viw";
}
