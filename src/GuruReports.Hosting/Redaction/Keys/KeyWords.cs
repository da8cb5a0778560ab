using System.Collections.Frozen;

namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>The words by which keys are judged; all lower case, singular and without accents.</summary>
internal static class KeyWords
{
    /// <summary>Words that make a key secret wherever they stand, unless the key's last word says that it is about something else.</summary>
    public static readonly FrozenSet<string> Strong = Set(
        "password passwd passphrase passcode pword passwrd passw pwd pswd psswd secret credential cred creds token tkn apikey accesskey secretkey privatekey signingkey encryptionkey sharedkey "
        + "masterkey authkey authorization jwt bearer sas passkey keytab mnemonic");

    /// <summary>Words that make a key secret for certain as its last word.</summary>
    public static readonly FrozenSet<string> StrongLast = Set("pw psk psw passe mdp cvv cvc totp hmac scrt bindpw rootpw userpw adminpw dbpw");

    /// <summary>Words that make a key secret only as its last word, and only where the value is none that is shown.</summary>
    public static readonly FrozenSet<string> WeakLast = Set("key pass auth salt pepper pin otp cookie entropy");

    /// <summary>Words that, one behind the other, are one of the above.</summary>
    public static readonly FrozenDictionary<string, string> Joined = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["pass word"] = "password",
        ["pass phrase"] = "passphrase",
        ["pass code"] = "passcode",
        ["pass wd"] = "passwd",
        ["pass wort"] = "password",
        ["kenn wort"] = "password",
        ["p wd"] = "pwd",
        ["e tag"] = "etag",
        ["private seed"] = "secret",
        ["wallet seed"] = "secret",
        ["otp seed"] = "secret",
        ["totp seed"] = "secret",
        ["seed phrase"] = "secret",
        ["recovery code"] = "secret",
        ["recovery phrase"] = "secret",
        ["backup code"] = "secret",
        ["verification code"] = "secret",
        ["security code"] = "secret",
        ["access code"] = "secret",
        ["auth code"] = "secret",
        ["authorization code"] = "secret",
        ["nats seed"] = "secret",
        ["nkey seed"] = "secret",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Long words that are looked for inside a run of letters without any boundary, such as <c>PGPASSWORD</c>.</summary>
    public static readonly string[] Embedded =
    [
        "connectionstring", "passphrase", "encryptionkey", "signingkey", "privatekey", "credential", "accesskey", "secretkey", "sharedkey", "passcode", "password", "connstr", "passwd", "apikey",
        "secret", "passwort", "kennwort", "geheim", "motdepasse", "contrasena", "wachtwoord", "losenord", "adgangskode", "salasana",
    ];

    /// <summary>Words that hold a secret word and mean something else.</summary>
    public static readonly FrozenSet<string> LookAlikes = Set(
        "passwordless secretary secretariat secretion tokenizer tokenize tokenized tokenization tokenise tokenising tokenizing keyboard keystone keyword keynote keyspace keyframe keycloak keypress "
        + "passthrough passenger passive passage passport passed passing monkey donkey turkey hockey whiskey jockey hotkey compass bypass surpass trespass oldpwd author authored authority "
        + "authorized authentic pinned pinning pinging saltstack basalt cookbook encompass sasl sekretar sekretarz sekretariat sekretaris secretaris secretaria secretario segretario segretaria sekretarin секретарь секретариат");

    /// <summary>What stands before <c>key</c> where that is a secret for certain.</summary>
    public static readonly FrozenSet<string> SecretKeyKinds = Set(
        "api access secret private signing sign signature encryption encrypt decryption crypto cipher master account shared storage license licence subscription service function "
        + "auth authentication authorization client ssh ssl tls aes des rsa dsa ecdsa ec hmac sha machine security symmetric asymmetric session consumer app application "
        + "admin server web deploy deployment integration gateway jwt token vault root user bot webhook stripe sendgrid mailgun twilio google aws azure github gitlab openai "
        + "datadog newrelic honeycomb algolia cosmos redis search maps instrumentation ikey validation ingest host wallet project write read sdk merchant webhooks bearer pre wrapping data");

    /// <summary>What stands before <c>key</c> where that is no secret.</summary>
    public static readonly FrozenSet<string> HarmlessKeyKinds = Set(
        "primary foreign public sort partition cache routing registry row config configuration dictionary lookup object message group unique composite index shard "
        + "hot shortcut accelerator natural surrogate candidate hash map property column entity correlation idempotency deduplication resource localization translation json header field claim trace "
        + "order item s blob bucket file upload image site range start end last first next current keyboard binding enter escape arrow modifier publishable lock semaphore dedup metric tag label sorting grouping "
        + "i18n text setting settings option parameter argument param query form route cluster consumergroup");

    /// <summary>What stands before <c>token</c> where that is no secret.</summary>
    public static readonly FrozenSet<string> HarmlessTokenKinds = Set(
        "cancellation change reload concurrency metadata max min maximum minimum sync input output prompt completion total syntax stopping stop shutdown stopped started used cached "
        + "reasoning unexpected invalid lexer parser start end separator replacement budget num number");

    /// <summary>What stands before <c>pass</c> or <c>pwd</c> when they are written together, and other words that make up joined keys.</summary>
    public static readonly FrozenSet<string> Qualifiers = Set(
        "db user usr my admin smtp mail pg mysql redis root ftp sftp ldap app api web sql ssh http https proxy mongo rabbit amqp kafka the new old main prod test dev stage live bind sa data base server "
        + "client service host site store shop email login sys system os win nt wifi wlan vpn snmp radius imap pop sip sap erp crm aws gcp azure stripe github gitlab slack twilio google access refresh "
        + "id bot bearer csrf xsrf session auth oauth private public secret master signing encryption shared storage account consumer device push hub queue bus topic ca cert ssl tls jks keystore truststore "
        + "key value db1 local remote master slave replica read write backup partner vendor payment pay bank card paypal open ai ms sp tenant");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
