using System.Collections.Frozen;

namespace GuruReports.Hosting.Redaction;

/// <summary>The words by which keys are judged; all lower case and singular.</summary>
internal static class KeyWords
{
    /// <summary>Words that make a key secret wherever they stand, unless the key's last word says that it is about something else.</summary>
    public static readonly FrozenSet<string> Strong = Set(
        "password passwd passphrase passcode passwort pwd secret credential cred token apikey accesskey secretkey privatekey signingkey encryptionkey "
        + "authorization jwt bearer sas connectionstring connstr");

    /// <summary>Words that make a key secret only as its last word.</summary>
    public static readonly FrozenSet<string> WeakLast = Set("key pass auth salt pepper pin otp cookie dsn");

    /// <summary>Long words that are looked for inside a run of letters without any boundary, such as <c>PGPASSWORD</c>.</summary>
    public static readonly string[] Embedded =
        ["connectionstring", "passphrase", "encryptionkey", "signingkey", "privatekey", "credential", "accesskey", "secretkey", "passcode", "password", "connstr", "passwd", "apikey", "secret"];

    /// <summary>Words that hold an embedded word and mean something else.</summary>
    public static readonly FrozenSet<string> LookAlikes = Set(
        "passwordless secretary secretariat secretion tokenizer tokenize tokenized tokenization tokenise keyboard keystone keyword keynote keyspace keyframe "
        + "passthrough passenger passive passage passport monkey donkey turkey hockey whiskey jockey hotkey compass bypass surpass trespass oldpwd");

    /// <summary>What stands before <c>key</c> where that is a secret for certain.</summary>
    public static readonly FrozenSet<string> SecretKeyKinds = Set(
        "api access secret private signing sign signature encryption encrypt decryption crypto cipher master account shared storage license licence subscription service function "
        + "auth authentication client ssh ssl tls aes des rsa dsa ecdsa ec hmac sha machine security symmetric asymmetric session consumer app application "
        + "admin server web deploy deployment integration gateway jwt token vault root user bot webhook stripe sendgrid mailgun twilio google aws azure github gitlab openai "
        + "datadog newrelic honeycomb algolia cosmos redis search maps instrumentation ikey validation");

    /// <summary>What stands before <c>key</c> where that is no secret.</summary>
    public static readonly FrozenSet<string> HarmlessKeyKinds = Set(
        "primary foreign public sort partition cache routing registry row config configuration dictionary lookup object message group unique composite index shard "
        + "hot shortcut accelerator natural surrogate candidate hash map property column entity correlation idempotency deduplication resource localization translation json header field claim trace order item");

    /// <summary>What stands before <c>token</c> where that is no secret.</summary>
    public static readonly FrozenSet<string> HarmlessTokenKinds = Set("cancellation change reload concurrency metadata max min maximum minimum sync input output prompt completion total syntax stopping");

    /// <summary>Last words that say that the key is about a measure of the secret.</summary>
    public static readonly FrozenSet<string> MeasureHeads = Set(
        "lifetime lifespan length min max minimum maximum timeout expiry expiration expire expires expired duration ttl age count limit size interval rotation days hours minutes seconds "
        + "milliseconds ms digits retries attempts attempt iterations iteration version created updated changed modified rate threshold skew validity window cost factor bits strength complexity");

    /// <summary>Last words that say that the key is about something around the secret that may be shown.</summary>
    public static readonly FrozenSet<string> OtherHeads = Set(
        "policy policies url uri endpoint host server address port path file filename folder dir directory location name names column table type kind format encoding enabled enable disabled "
        + "required require allowed provider issuer audience algorithm alg header field prefix suffix store manager vault service scope scopes mode level source validator validation hasher "
        + "handler factory options settings setting rule rules regex pattern parameter param label description title hint usage category culture language layout status state "
        + "exception error failure warning message controller client middleware repository helper job worker processor consumer listener builder reader writer parser "
        + "request response command query event filter attribute collection context info category class method line "
        + "supported support reset change generator cache environment tenant authority flow schema scheme region user username account email domain");

    /// <summary>Last words that add nothing: what stands before them counts.</summary>
    public static readonly FrozenSet<string> Neutral = Set(
        "value string text data raw plain current primary secondary default base hex bytes old new previous encoded encrypted hashed hash");

    /// <summary>What stands before <c>pass</c> or <c>pwd</c> when they are written together.</summary>
    public static readonly FrozenSet<string> PassPrefixes = Set("db user usr my admin smtp mail pg mysql redis root ftp sftp ldap app api web sql ssh http https proxy mongo rabbit amqp kafka");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
