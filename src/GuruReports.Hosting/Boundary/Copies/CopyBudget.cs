namespace GuruReports.Hosting.Boundary.Copies;

/// <summary>How much of what foreign code hands over is taken, and what was left.</summary>
internal sealed class CopyBudget(CancellationToken cancellation)
{
    /// <summary>How deep values may stand in each other.</summary>
    public const int DeepestLevel = 64;

    private const int MostValues = 200_000;
    private const int MostCharacters = 8 << 20;
    private const int LongestText = 4 << 20;

    private int _values = MostValues;
    private int _characters = MostCharacters;

    /// <summary>Gets the first thing that was left, in words; null when all was taken.</summary>
    public string? Cut { get; private set; }

    /// <summary>Takes room for one value.</summary>
    public bool TryTake()
    {
        if (cancellation.IsCancellationRequested)
        {
            return Refuse("cut: the time was over");
        }

        return _values-- > 0 || Refuse($"cut: more than {MostValues} values");
    }

    /// <summary>Takes a text that must be there; what has no text is shown as empty.</summary>
    public string Text(string? text)
    {
        if (text is null)
        {
            return "";
        }

        var room = Math.Min(LongestText, Math.Max(1, _characters));
        _characters -= Math.Min(text.Length, room);
        if (text.Length > room)
        {
            Refuse("cut: too much text");
        }

        return BoundedText.Cut(text, room);
    }

    /// <summary>Takes a text that may be missing.</summary>
    public string? Optional(string? text) => text is null ? null : Text(text);

    /// <summary>Copies a list as far as there is room; items that are null are left out.</summary>
    public IReadOnlyList<T> List<T>(IReadOnlyList<T>? items, Func<T, T> copy)
        where T : class => Sequence(items, copy, int.MaxValue);

    /// <summary>Copies a sequence as far as there is room; items that are null are left out.</summary>
    /// <param name="items">The sequence: each step of it is foreign code, and it may have no end.</param>
    /// <param name="copy">Copies one item.</param>
    /// <param name="most">How many are taken.</param>
    public IReadOnlyList<T> Sequence<T>(IEnumerable<T>? items, Func<T, T> copy, int most)
        where T : class
    {
        if (items is null)
        {
            return [];
        }

        var copies = new List<T>();

        // Policy: a list that changes while it is read, or ends badly, keeps what it gave.
        try
        {
            Fill(copies, items, copy, most);
        }
        catch (Exception exception)
        {
            Refuse($"cut: a list stopped: {ErrorText.Of(exception).Short}");
        }

        return copies.AsReadOnly();
    }

    /// <summary>Notes that something was left.</summary>
    /// <returns>Always false.</returns>
    public bool Refuse(string what)
    {
        Cut ??= what;
        return false;
    }

    private void Fill<T>(List<T> copies, IEnumerable<T> items, Func<T, T> copy, int most)
        where T : class
    {
        foreach (var item in items)
        {
            if (copies.Count >= most)
            {
                Refuse(FormattableString.Invariant($"cut: more than {most} items"));
                return;
            }

            if (!TryTake())
            {
                return;
            }

            if (item is not null)
            {
                copies.Add(copy(item));
            }
        }
    }
}
