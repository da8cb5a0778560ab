namespace GuruReports.Hosting.Sections.Custom;

/// <summary>How much one conversion may still produce, and what it had to cut.</summary>
internal sealed class ConversionBudget
{
    /// <summary>How deep values may be nested.</summary>
    public const int DeepestLevel = 8;

    /// <summary>How many items of one collection are shown.</summary>
    public const int MostItems = 1_000;

    /// <summary>How many characters of one text are shown.</summary>
    public const int LongestText = 1 << 18;

    private readonly CancellationToken _cancellation;
    private int _values = 20_000;
    private int _characters = 1 << 21;

    public ConversionBudget(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Gets the first thing that was cut, in words; null when nothing was.</summary>
    public string? Cut { get; private set; }

    /// <summary>Takes room for one value.</summary>
    /// <returns>False when there is none: the value is then cut.</returns>
    public bool TryTakeValue()
    {
        if (_cancellation.IsCancellationRequested)
        {
            return Refuse("cut: the section's time was over");
        }

        return _values-- > 0 || Refuse("cut: more than 20000 values");
    }

    /// <summary>Returns as much of a text as there is room for; what is cut is said in it.</summary>
    public string TakeText(string text)
    {
        var room = Math.Min(LongestText, Math.Max(0, _characters));
        _characters -= Math.Min(text.Length, room);
        if (text.Length <= room)
        {
            return text;
        }

        Refuse("cut: too much text");
        return Redaction.TextCut.To(text, room);
    }

    /// <summary>Notes that something was cut.</summary>
    /// <returns>Always false.</returns>
    public bool Refuse(string what)
    {
        Cut ??= what;
        return false;
    }
}
