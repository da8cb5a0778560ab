using System.Collections.Frozen;

namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>The last words of keys, by what they say of the secret word before them; all lower case and singular.</summary>
internal static class KeyHeads
{
    /// <summary>A measure of the secret.</summary>
    public static readonly FrozenSet<string> Measures = Set(
        "lifetime lifespan length min max minimum maximum timeout expiry expiration expire expires expired duration ttl age count limit size interval rotation days hours minutes seconds day hour minute second "
        + "milliseconds ms digits retries attempts attempt iterations iteration version created updated changed modified rate threshold skew validity window cost factor bits strength complexity "
        + "quota burst capacity total number entries depth width delay period since until at budget usage");

    /// <summary>Something around the secret that may be shown.</summary>
    public static readonly FrozenSet<string> Others = Set(
        "policy policies url uri endpoint host server address port path file filename folder dir directory location name names column table type kind format encoding enabled enable disabled "
        + "required require allowed provider issuer audience algorithm alg header field prefix suffix store manager vault service scope scopes mode level source validator validation hasher "
        + "handler factory options settings setting rule rules regex pattern parameter param label description title hint category culture language layout status state "
        + "exception error failure warning message controller client middleware repository helper job worker processor consumer listener builder reader writer parser "
        + "request response command query event filter attribute collection context info context class method line "
        + "supported support reset change generator cache environment tenant authority flow schema scheme region user username account email domain "
        + "page view form button link screen dialog route template action menu tab icon color mail subject body text sender flag feature toggle function lambda permission role group "
        + "separator delimiter comparer comparison selector template mapping mapper strategy style bucket pool queue topic container registry engine backend driver plugin module library package "
        + "hashing caching logging ordering sorting signer resolver accessor converter serializer formatter interceptor decorator adapter wrapper agent daemon protocol mechanism usage use used "
        + "frame press down up board exists missing found invalid valid requested revoked issued stdin reuse history lockout domain samesite secure httponly pages locale realm dictionary comparer stream "
        + "primaria primario primaire publica publico publique pubblica foranea etrangere "
        + "dll exe so dylib pdb json xml yaml yml toml ini conf txt log csv html css js ts cs vb fs razor cshtml png svg zip gz tar jar nupkg md sql sh ps proto resx");

    /// <summary>What tells of a whole collection of secrets rather than names one of them.</summary>
    public static readonly FrozenSet<string> AboutAll = Set(
        "id enabled enable disabled required allowed provider path url uri endpoint name type kind mode file folder directory region location store vault manager prefix suffix format encoding issuer audience "
        + "algorithm alg policy username user email domain scope level source setting option method validator");

    /// <summary>Words that add nothing: what stands before them counts.</summary>
    public static readonly FrozenSet<string> Neutral = Set(
        "value string text data raw plain current primary secondary default base hex bytes byte old new previous next encoded encrypted hashed hash content prod production staging test dev live");

    /// <summary>Something that is drawn at random, or computed, and known to everybody.</summary>
    public static readonly FrozenSet<string> Identities = Set(
        "id uid guid uuid ulid mvid commit sha digest thumbprint fingerprint etag checksum revision rev version trace traceparent tracestate span serial hash build integrity kid cid arn "
        + "correlation hostname sum crc md oid objectid modulus activity");

    /// <summary>Words of a text behind which a random word is known to everybody.</summary>
    public static readonly FrozenSet<string> NamesBefore = Set(
        "id uid guid uuid ulid mvid sha digest thumbprint fingerprint etag checksum trace traceparent tracestate span serial integrity correlation sum crc md oid modulus");

    /// <summary>Words of a text behind which hexadecimal digits are known to everybody.</summary>
    public static readonly FrozenSet<string> NamesBeforeDigits = Set(
        "commit revision rev version hash image container layer snapshot git blob tree raw head tag merge ref sandbox pod volume overlay docker containerd assembly build from to");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
