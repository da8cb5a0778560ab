using GuruReports.Hosting.Redaction.CommandLines;
using GuruReports.Hosting.Redaction.Forms;
using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Hosting.Redaction.Structure;
using GuruReports.Hosting.Redaction.Urls;
using GuruReports.Hosting.Redaction.Values;

namespace GuruReports.Hosting.Redaction;

/// <summary>
/// Masks secrets in three layers: keys that look secret, values that look secret, and every secret value that was found by
/// one of the two wherever else it stands. Safe for any thread; never throws: what cannot be judged is masked.
/// </summary>
internal sealed class SecretRedactor : IRedactor
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "***";

    private const int ShortestText = 6;
    private const int LongestText = 1 << 20;

    [ThreadStatic]
    private static SecretSpans? t_spans;

    private readonly SecretMemory _memory = new();
    private readonly ScrubbedTexts _texts = new();
    private readonly KnownWords _known = new();
    private readonly UserPatterns _keyPatterns;
    private readonly UserPatterns _valuePatterns;
    private readonly AllowedKeys _allowed;
    private readonly bool _enabled;

    /// <summary>Makes the redactor.</summary>
    /// <param name="options">What is kept secret besides the built-in patterns, and what is shown in spite of them.</param>
    public SecretRedactor(RedactionOptions options)
    {
        _enabled = options.Enabled;
        _keyPatterns = UserPatterns.Of(options.KeyPatterns);
        _valuePatterns = UserPatterns.Of(options.ValuePatterns);
        _allowed = new AllowedKeys(options.AllowedKeys);
    }

    /// <summary>Compiles the service's own patterns, so that a report need not.</summary>
    /// <param name="options">The settings that reports will be made with.</param>
    public static void Prepare(RedactionOptions options) => _ = new SecretRedactor(options);

    /// <summary>Gets how many secret values are remembered; it grows when a new one was found.</summary>
    public int Remembered => _memory.Count;

    /// <inheritdoc/>
    public string? Redact(string key, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return value;
        }

        try
        {
            return DeclaredSecrets.Shared.Contains(key) ? Hide(value) : _enabled ? RedactByKey(key, value) : value;
        }
        catch (Exception)
        {
            // Boundary: a fault of the redactor must neither cost the section nor show a secret.
            return Mask;
        }
    }

    /// <inheritdoc/>
    public string Redact(string text) => Redact(text, TextKind.Any);

    /// <summary>Masks what is secret in the name of something: a name of several parts (<c>Auth:TokenLifetime</c>) is no name with a value.</summary>
    /// <param name="name">The name.</param>
    public string RedactName(string name) => Redact(name, NamedValue.IsWord(name) ? TextKind.Name : TextKind.Any);

    private string Redact(string text, TextKind kind)
    {
        if (!_enabled || text is null || text.Length < ShortestText)
        {
            return text!;
        }

        try
        {
            return _allowed.IsShown(text) ? text : kind is TextKind.Any ? RedactOnce(text) : RedactText(text, kind);
        }
        catch (Exception)
        {
            // Boundary: as above.
            return Mask;
        }
    }

    // What the service's code declared to be secret is not judged.
    private string Hide(string value)
    {
        Remember(value);
        return Mask;
    }

    private string RedactByKey(string key, string value)
    {
        if (_allowed.Contains(key))
        {
            _allowed.Show(value);
            return value;
        }

        var verdict = _keyPatterns.IsMatch(LastPart(key)) ? KeyVerdict.Secret : KeyVerdicts.Of(key);
        switch (verdict)
        {
            case KeyVerdict.ConnectionString:
                return Redact(ConnectionStrings.Redact(value, Remember));
            case KeyVerdict.Harmless when _known.Contains(value):
                return Redact(value, TextKind.Known);
            case KeyVerdict.Secret when !IsHarmless(key, value):
            case KeyVerdict.Weak when !IsHarmless(key, value) && !SecretValues.IsShown(value):
            case KeyVerdict.SecretUnlessMeasure when !SecretValues.IsMeasure(value):
            case KeyVerdict.Harmless when SecretValues.IsRandom(value):
                Remember(value);
                return Mask;
            default:
                Know(verdict, value);
                return Redact(value, verdict is KeyVerdict.Identity ? TextKind.Known : TextKind.Any);
        }
    }

    private void Know(KeyVerdict verdict, string value)
    {
        if (verdict is not KeyVerdict.Identity || value.Length < RandomWords.Shortest)
        {
            return;
        }

        var words = new SecretSpans();
        RandomSecrets.Find(value, words, _known);
        foreach (var (start, end) in words.All)
        {
            _known.Add(value[start..end]);
        }

        _known.Add(value);
    }

    private static bool IsHarmless(string key, string value) =>
        SecretValues.IsTrivial(value) || SecretValues.IsPublic(value) || (SecretValues.IsCount(value) && key.EndsWith('s')) || IsWorkingDirectory(key, value);

    // The shell's PWD is a directory; a password by that name does not begin with a slash.
    private static bool IsWorkingDirectory(string key, string value) => value.StartsWith('/') && LastPart(key) is "PWD";

    private string RedactOnce(string text)
    {
        var secrets = _memory.Count;
        if (_texts.Find(text, secrets) is { } known)
        {
            return known;
        }

        var shown = RedactText(text, TextKind.Any);
        if (_memory.Count == secrets)
        {
            _texts.Add(text, shown, secrets);
        }

        return shown;
    }

    private string RedactText(string text, TextKind kind)
    {
        if (text.Length > LongestText)
        {
            text = TextCut.To(text, LongestText);
        }

        var spans = t_spans ??= new SecretSpans();
        spans.Clear();
        FindByLook(text, spans, kind);
        if (DecodedText.Of(text) is { } decoded)
        {
            FindDecoded(text, decoded, spans, kind);
        }
        else
        {
            Learn(text, spans);
            _memory.Find(text, spans);
        }

        return spans.Apply(text);
    }

    // A secret may itself hold what looks like an escape of another kind: known ones are looked for with one kind off alone, twice.
    private void FindWithOneKindOff(string text, SecretSpans spans)
    {
        foreach (var sign in DecodedText.Signs)
        {
            var kind = sign.ToString();
            if (DecodedText.Of(text, kind) is not { } once)
            {
                continue;
            }

            var found = new SecretSpans();
            _memory.Find(once.Text, found);
            if (DecodedText.Of(once.Text, kind) is { } twice)
            {
                var inner = new SecretSpans();
                _memory.Find(twice.Text, inner);
                twice.MapTo(inner, found);
            }

            once.MapTo(found, spans);
        }
    }

    // Escapes hide quotation marks and separators, and change the secrets themselves: both forms are looked at.
    private void FindDecoded(string text, DecodedText decoded, SecretSpans spans, TextKind kind)
    {
        var found = new SecretSpans();
        FindByLook(decoded.Text, found, kind);
        Learn(text, spans);
        Learn(decoded.Text, found);
        _memory.Find(text, spans);
        _memory.Find(decoded.Text, found);
        FindWithOneKindOff(text, spans);
        if (DecodedText.Of(decoded.Text) is { } twice)
        {
            var inner = new SecretSpans();
            FindByLook(twice.Text, inner, kind);
            _memory.Find(twice.Text, inner);
            twice.MapTo(inner, found);
        }

        decoded.MapTo(found, spans);
    }

    private void FindByLook(string text, SecretSpans spans, TextKind kind)
    {
        PemSecrets.Find(text, spans);
        UrlSecrets.Find(text, spans);
        LoginSecrets.Find(text, spans);
        QuerySecrets.Find(text, spans);
        TokenShapes.Find(text, spans);
        SchemeSecrets.Find(text, spans);
        if (kind is not TextKind.Name)
        {
            PairSecrets.Find(text, spans);
            MarkupSecrets.Find(text, spans);
            ProseSecrets.Find(text, spans);
            CommandTexts.Find(text, spans);
        }

        _valuePatterns.Find(text, spans);
        if (kind is not TextKind.Known)
        {
            RandomSecrets.Find(text, spans, _known);
        }
    }

    private void Learn(string text, SecretSpans spans)
    {
        foreach (var (start, end) in spans.All)
        {
            var found = text.AsSpan(start, end - start).Trim();
            if (SecretValues.IsWorthRememberingFromText(found))
            {
                _memory.Add(found.ToString());
            }
        }
    }

    private void Remember(string secret)
    {
        var trimmed = secret.Trim();
        if (SecretValues.IsWorthRemembering(trimmed))
        {
            _memory.Add(trimmed);
        }

        // user:password as one value: the password may stand elsewhere alone.
        if (trimmed.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && SecretValues.IsWorthRememberingFromText(trimmed.AsSpan(colon + 1)))
        {
            _memory.Add(trimmed[(colon + 1)..]);
        }

        // A secret that holds another (the signature of a SAS): the inner one may stand elsewhere alone.
        _ = Redact(trimmed);
    }

    private static string LastPart(string key) => KeyTokenizer.Parts(key) is [.., var last] ? last : key;
}
