using System.Net;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Tests.Redaction.Corpus;
using GuruReports.Tests;

namespace GuruReports.Hosting.Tests.Redaction;

/// <summary>A known secret is found in whatever form it stands, joined with whatever stands around it.</summary>
public class FormsProperties
{
    private static readonly IReadOnlyDictionary<string, Func<string, string>> s_forms = new Dictionary<string, Func<string, string>>
    {
        ["plain"] = secret => secret,
        ["upper case"] = secret => secret.ToUpperInvariant(),
        ["lower case"] = secret => secret.ToLowerInvariant(),
        ["URL"] = Uri.EscapeDataString,
        ["form"] = WebUtility.UrlEncode,
        ["URL twice"] = secret => Uri.EscapeDataString(Uri.EscapeDataString(secret)),
        ["every character as %xx"] = secret => string.Concat(Encoding.UTF8.GetBytes(secret).Select(value => $"%{value:x2}")),
        ["HTML"] = WebUtility.HtmlEncode,
        ["HTML, by numbers"] = secret => string.Concat(secret.Select(character => $"&#{(int)character};")),
        ["XML"] = secret => SecurityElement.Escape(secret),
        ["JSON"] = secret => JsonEncodedText.Encode(secret).Value,
        ["JSON, relaxed"] = secret => JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value,
        ["JSON in JSON"] = secret => JsonEncodedText.Encode(JsonEncodedText.Encode(secret).Value).Value,
        ["base64"] = secret => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ["base64 of a login"] = secret => Convert.ToBase64String(Encoding.UTF8.GetBytes("joe:" + secret)),
        ["base64 for URLs"] = secret => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).Replace('+', '-').Replace('/', '_').TrimEnd('='),
        ["hexadecimal"] = secret => Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
        ["hexadecimal, small"] = secret => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)),
    };

    private static readonly Gen<string> s_secret =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from kind in Gen.Elements("pw", "pwr", "pws", "pp", "b62:24", "hex:32", "b64:40")
        let parts = kind.Split(':')
        select new ValueMaker(seed).Make(parts[0], parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0);

    private static readonly Gen<(string Before, string Behind)> s_places = Gen.Elements(
        ("", ""), ("'", "'"), ("(", ")"), ("could not log in with ", " at node 3"), ("{\"x\":\"", "\"}"), ("<a b=\"", "\"/>"), ("a=", "&b=2"), ("a=", ";b=2"), ("\t", "\n"), ("/", "/"), ("«", "»"), ("x ", ", y"));

    public static TheoryData<string> Forms => [.. s_forms.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Redact_KnownSecretInAnyForm_IsMasked(string form)
    {
        var property = Prop.ForAll(s_secret.ToArbitrary(), s_places.ToArbitrary(), (secret, place) =>
        {
            var written = s_forms[form](secret);
            var shown = Knowing(secret).Redact(place.Before + written + place.Behind);
            return !shown.Contains(written, StringComparison.OrdinalIgnoreCase);
        });

        Check.One(Fuzz.Cases(400), property);
    }

    [Fact]
    public void Redact_KnownSecretCutAtTheEnd_IsMasked()
    {
        var property = Prop.ForAll(s_secret.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (secret, share) =>
        {
            var piece = secret[..Math.Max(Math.Min(10, secret.Length), secret.Length * share / 100)];
            var shown = Knowing(secret).Redact("could not log in with " + piece);
            return !piece.Any(char.IsAsciiDigit) || !shown.Contains(piece, StringComparison.Ordinal);
        });

        Check.One(Fuzz.Cases(500), property);
    }

    [Fact]
    public void Redact_KnownSecretCutAtTheBeginning_IsMasked()
    {
        var property = Prop.ForAll(s_secret.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (secret, share) =>
        {
            var piece = secret[^Math.Max(Math.Min(10, secret.Length), secret.Length * share / 100)..];
            var shown = Knowing(secret).Redact(piece + " was refused");
            return !piece.Any(char.IsAsciiDigit) || !shown.Contains(piece, StringComparison.Ordinal);
        });

        Check.One(Fuzz.Cases(500), property);
    }

    [Fact]
    public void Redact_KnownSecretsJoined_AreMasked()
    {
        var property = Prop.ForAll(s_secret.ToArbitrary(), s_secret.ToArbitrary(), Gen.Elements("", ":", "/", "-", " ", "=", "|").ToArbitrary(), (first, second, sign) =>
        {
            var redactor = Knowing(first);
            redactor.Redact("Other:Password", second);
            var shown = redactor.Redact(first + sign + second);

            // A short one is found as a word of its own only.
            var isShort = sign.Length == 0 && (first.Length < 12 || second.Length < 12);
            return isShort || !(shown.Contains(first, StringComparison.Ordinal) || shown.Contains(second, StringComparison.Ordinal));
        });

        Check.One(Fuzz.Cases(500), property);
    }

    [Fact]
    public void Redact_FirstPartOfALongSecret_IsMasked()
    {
        var secret = string.Join(' ', Enumerable.Range(0, 60).Select(number => $"block{number}of7"));
        var redactor = Knowing(secret);

        Assert.Equal("***", redactor.Redact(secret[..256]));
    }

    private static SecretRedactor Knowing(string secret)
    {
        var redactor = new SecretRedactor(new RedactionOptions());
        redactor.Redact("Db:Password", secret);
        return redactor;
    }
}
