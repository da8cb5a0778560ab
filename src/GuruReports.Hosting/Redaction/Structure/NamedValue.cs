using System.Buffers;
using System.Collections.Frozen;
using GuruReports.Hosting.Redaction.Keys;

namespace GuruReports.Hosting.Redaction.Structure;

/// <summary>Joins the name and the value of a setting that stand in two pairs: <c>"name": "DB_PASSWORD", "value": "x"</c>, in either order.</summary>
internal ref struct NamedValue
{
    // What stands further apart belongs to two things.
    private const int LongestGap = 512;

    private static readonly FrozenSet<string> s_names = Set("name key id setting parameter param variable var option header property label field attribute entry parametername settingname keyname secretname n k");
    private static readonly FrozenSet<string> s_values = Set("value val values content text data default defaultvalue settingvalue parametervalue currentvalue stringvalue secretstring plaintext v");

    private static readonly SearchValues<char> s_noWord = SearchValues.Create(" =;\"<>");

    private readonly ReadOnlySpan<char> _text;
    private PairValue? _value;
    private int _nameEnd = -1;
    private KeyVerdict _verdict;

    public NamedValue(string text) => _text = text;

    /// <summary>Returns whether a name is one of the two.</summary>
    /// <param name="name">The name of a pair.</param>
    public static bool IsPart(ReadOnlySpan<char> name)
    {
        name = Last(name);
        return name.Length <= 15 && (Has(s_names, name) || Has(s_values, name));
    }

    /// <summary>Returns whether a column or an entry of this name holds the names of settings.</summary>
    /// <param name="name">The name.</param>
    public static bool IsName(ReadOnlySpan<char> name) => name.Length <= 15 && Has(s_names, name);

    /// <summary>Returns whether a column or an entry of this name holds the values of settings.</summary>
    /// <param name="name">The name.</param>
    public static bool IsValue(ReadOnlySpan<char> name) => name.Length <= 15 && Has(s_values, name);

    /// <summary>Gets the name that was taken last.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Takes the next pair.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="verdict">What the setting's name tells of its value.</param>
    /// <returns>The setting's value, once both are known and the name tells something of it.</returns>
    public PairValue? Take(PairKey key, PairValue value, out KeyVerdict verdict)
    {
        verdict = _verdict;
        if (Has(s_values, Last(key.Text)))
        {
            _value = value;
            return _nameEnd >= 0 && IsTogether(_nameEnd, key.Start) ? value : null;
        }

        Name = _text.Slice(value.Start, value.Length);
        _verdict = verdict = IsWord(Name) ? KeyVerdicts.Of(Name) : KeyVerdict.Harmless;
        _nameEnd = verdict is KeyVerdict.Harmless or KeyVerdict.SecretUnlessMeasure ? -1 : value.End;
        return _nameEnd >= 0 && _value is { } before && IsTogether(before.End, key.Start) ? before : null;
    }

    /// <summary>Returns whether a text is one word, as names of settings are.</summary>
    /// <param name="name">The text.</param>
    public static bool IsWord(ReadOnlySpan<char> name) => name.Length is > 0 and <= 96 && !name.ContainsAny(s_noWord);

    /// <summary>Returns whether a text is the name of a secret: one word, no sentence.</summary>
    /// <param name="name">The text.</param>
    public static bool IsSecretName(ReadOnlySpan<char> name) =>
        IsWord(name) && KeyVerdicts.Of(name) is KeyVerdict.Secret or KeyVerdict.ConnectionString or KeyVerdict.Weak;

    private readonly bool IsTogether(int end, int start) =>
        start >= end && start - end <= LongestGap && !_text[end..start].ContainsAny('}', '{', ']') && !_text[end..start].Contains("/>", StringComparison.Ordinal)
        && !_text[end..start].Contains("\n- ", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> name) => name.LastIndexOfAny(' ', '.') is >= 0 and var at ? name[(at + 1)..] : name;

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[16];
        return name.Length <= lower.Length && name.ToLowerInvariant(lower) is > 0 and var length && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..length]);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
