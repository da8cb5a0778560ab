using FsCheck;
using FsCheck.Fluent;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Redaction.Forms;
using GuruReports.Hosting.Redaction.Structure;
using GuruReports.Hosting.Redaction.Urls;
using GuruReports.Hosting.Redaction.Values;
using GuruReports.Inspection.Native;
using GuruReports.Inspection.Threads.Linux;
using GuruReports.Tests;

namespace GuruReports.Hosting.Tests.Redaction;

public class SecretRedactorProperties
{
    private const double Square = 64;
    private const int MostAttempts = 10;

    private static readonly Gen<string> s_secret =
        from prefix in Gen.ArrayOf(Gen.Elements("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ".ToCharArray()), 6)
        from rest in Gen.ArrayOf(Gen.Elements("abcdXYZ0123456789!#%&/(=?+-_.,:;@<>'\"\\{}[]~$ äß".ToCharArray()), 10)
        from digit in Gen.Elements("23456789".ToCharArray())
        select new string(prefix) + digit + new string(rest).Trim() + "Zq";

    private static readonly Gen<string> s_noise = Gen.Elements(
        "password=", "token: ", "\"secret\":\"", "://", "user:", "@host", " ", ";", "&sig=", "=", ":", "{", "}", "[", "]", "'", "\"", "\\\"", "\\", "\n", "-----BEGIN RSA PRIVATE KEY-----",
        "-----END ", "Bearer ", "Basic ", "eyJ", "abc", "AKIA", "***", "key", "ä", "\0", "\ud83d", "%20", "connectionstring");

    [Fact]
    public void Redact_AnySecretUnderASecretKey_IsNeverShownAnywhereAfterwards()
    {
        var property = Prop.ForAll(s_secret.ToArbitrary(), secret =>
        {
            var redactor = new SecretRedactor(new RedactionOptions());
            var masked = redactor.Redact("Db:Password", secret);
            var shown = redactor.Redact($"error for '{secret}' at ({secret})\n{secret}");
            return masked == "***" && !shown.Contains(secret, StringComparison.Ordinal);
        });

        Check.One(Fuzz.Cases(500), property);
    }

    [Fact]
    public void Redact_AnyQuotedConnectionStringPassword_IsNeverShown()
    {
        var property = Prop.ForAll(s_secret.ToArbitrary(), secret =>
        {
            var redactor = new SecretRedactor(new RedactionOptions());
            var builder = new System.Data.Common.DbConnectionStringBuilder { ["Server"] = "db", ["Password"] = secret, ["Encrypt"] = "True" };
            var shown = redactor.Redact("ConnectionStrings:Orders", builder.ConnectionString);
            return !shown!.Contains(secret, StringComparison.Ordinal);
        });

        Check.One(Fuzz.Cases(500), property);
    }

    [Fact]
    public void Find_AnyText_NeverThrowsAndStaysInside()
    {
        var texts = Gen.ArrayOf(s_noise, 25).Select(string.Concat).ToArbitrary();
        var property = Prop.ForAll(texts, text =>
        {
            var spans = new SecretSpans();
            PemSecrets.Find(text, spans);
            UrlSecrets.Find(text, spans);
            TokenShapes.Find(text, spans);
            SchemeSecrets.Find(text, spans);
            PairSecrets.Find(text, spans);
            return spans.All.All(span => span.Start >= 0 && span.Start < span.End && span.End <= text.Length) && spans.Apply(text).Length <= text.Length + (3 * spans.All.Count);
        });

        Check.One(Fuzz.Cases(5000), property);
    }

    [Theory]
    [InlineData("://")]
    [InlineData("://@")]
    [InlineData("password=")]
    [InlineData("token:")]
    [InlineData("\"password\":\"")]
    [InlineData("password: [")]
    [InlineData("{pwd={")]
    [InlineData("-----BEGIN X")]
    [InlineData("-----BEGIN X-----")]
    [InlineData("a ")]
    [InlineData("Bearer ")]
    [InlineData("eyJ.")]
    [InlineData("eyJ")]
    [InlineData("eyJhbcdefg.")]
    [InlineData("basic+")]
    [InlineData("sk-")]
    [InlineData("secret=\\\"")]
    public void Redact_MaliciousText_TakesNotTheSquareOfItsLength(string piece)
    {
        var redactor = new SecretRedactor(new RedactionOptions());
        var once = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        var eightTimes = string.Concat(Enumerable.Repeat(once, 8));
        _ = redactor.Redact(once);

        // The square would be 64 times; the floor keeps the noise of short times out. What a collection or a neighbour on the
        // processor took of one measure it does not take of the best of many.
        var (longer, shorter) = (double.MaxValue, double.MaxValue);
        for (var attempt = 0; attempt < MostAttempts && longer / Math.Max(shorter, 0.5) >= Square / 2; attempt++)
        {
            longer = Math.Min(longer, Best(redactor, eightTimes));
            shorter = Math.Min(shorter, Best(redactor, once));
        }

        Assert.True(longer / Math.Max(shorter, 0.5) < Square / 2, $"{longer / Math.Max(shorter, 0.5):0.0} times the time for 8 times the text");
    }

    private static double Best(SecretRedactor redactor, string text)
    {
        var best = double.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            // The thread's own CPU time: a busy machine must not fail this.
            var begin = ThreadClock.CpuNanoseconds(LibcAtOnce.GetThreadId());
            _ = redactor.Redact(text);
            best = Math.Min(best, (ThreadClock.CpuNanoseconds(LibcAtOnce.GetThreadId()) - begin) / 1e6);
        }

        return best;
    }
}
