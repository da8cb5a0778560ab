namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Makes values of the shapes that secrets have. The same seed gives the same values.</summary>
internal sealed class ValueMaker(int seed)
{
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly string[] s_words =
    [
        "Maple", "Copper", "Lantern", "Meadow", "River", "Falcon", "Winter", "Summer", "Orange", "Rocket", "Granite", "Velvet", "Harbor", "Pepper", "Cactus", "Thunder",
    ];

    private readonly Random _random = new(seed);

    public string Make(string kind, int length) => kind switch
    {
        // As a person makes one: a word, digits, a sign.
        "pw" => $"{Word()}{Pick("-_!+")}{Run(Digits, 4)}{Pick("!?*+-")}{Run(Lower, 2)}",
        "pwr" => Run(Lower, 3) + Run(Upper, 2) + Run(Digits, 2) + Run("!#*+-_.%", 2) + Run(Lower + Upper + Digits, 7),
        "pws" => Word().ToLowerInvariant() + Run(Digits, 2),
        "pp" => string.Join('-', Word().ToLowerInvariant(), Word().ToLowerInvariant(), Word().ToLowerInvariant(), Run(Digits, 2)),
        "pem" => $"-----BEGIN PRIVATE KEY-----\\n{Base64(64)}\\n{Base64(64)}\\n-----END PRIVATE KEY-----",
        "guid" => new Guid(Bytes(16)).ToString(),
        "hex" => Run(Digits + "abcdef", length),
        "HEX" => Run(Digits + "ABCDEF", length),
        "b62" => Run(Lower + Upper + Digits, length),
        "b64" => Base64(length),
        "b64u" => Run(Lower + Upper + Digits + "-_", length),
        "b64url" => Uri.EscapeDataString(Base64(length)),
        "dig" => Run(Digits, length),
        "upper" => Run(Upper + Digits, length),
        "lower" => Run(Lower + Digits, length),
        "B32" => Run(Upper + "234567", length),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown"),
    };

    private string Word() => s_words[_random.Next(s_words.Length)];

    private char Pick(string characters) => characters[_random.Next(characters.Length)];

    private string Run(string characters, int length) => new(_random.GetItems<char>(characters, length));

    // A length of a whole number of bytes ends with '=' where base64 does.
    private string Base64(int length) => Convert.ToBase64String(Bytes(Math.Max(1, ((length * 3) / 4) - (length % 4 == 0 && length is 44 or 88 or 24 ? 1 : 0))));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
