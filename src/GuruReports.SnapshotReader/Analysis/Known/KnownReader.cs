using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>Reads objects by the table of known types. A field that is gone is noted, with what is lacking without it; what it would tell is null, 0 or false.</summary>
internal sealed class KnownReader(Image image)
{
    private const string Itself = ".";
    private const char Optional = '?';
    private const string Pending = "#pending";
    private const int MostWords = 1_000_000;
    private const int WordSize = 8;
    private const int FirstElement = 16;
    private readonly FieldPaths _paths = new(image);
    private readonly Dictionary<string, string[]> _terms = [];
    private CollectionLengths? _lengths;

    private CollectionLengths Lengths => _lengths ??= new CollectionLengths(image, _paths);

    /// <summary>What could not be read for want of a field.</summary>
    public KnownLacks Lacks { get; } = new(image);

    /// <summary>Whether an object is of the row's type.</summary>
    public bool Is(ulong address, KnownType row) => image.Kinds.KindAt(address)?.IsOf(row) == true;

    /// <summary>The object that a path leads to; 0 when there is none.</summary>
    public ulong Reference(ulong address, KnownPath path) => Read(address, path).Object;

    /// <summary>The number that a path leads to; null when there is none.</summary>
    public long? Number(ulong address, KnownPath path) => Read(address, path).Number;

    /// <summary>The text that a path leads to, or of several the first; null when there is none.</summary>
    /// <param name="address">The object.</param>
    /// <param name="path">The path.</param>
    /// <param name="longest">The longest that is taken, in UTF-16 units; 0 for the longest that is taken of any text.</param>
    public string? Text(ulong address, KnownPath path, int longest = 0) => _paths.Text(Reference(address, path), longest == 0 ? image.Request.MaximumTextLength : longest);

    /// <summary>Whether a path leads to something, or to no zero; the other way round with a minus before it.</summary>
    public bool IsSet(ulong address, KnownPath path) => path.Text is { } text && IsSomething(Read(address, path with { Text = text.TrimStart('-') })) != text.StartsWith('-');

    /// <summary>Whether a path leads to a number; to anything but zero where none is given.</summary>
    public bool IsNumber(ulong address, KnownPath path, long? number) => Read(address, path) is var value && (number is null ? IsSomething(value) : value.Number == number);

    /// <summary>What the paths lead to, added up; null when the row has none.</summary>
    public long? Sum(ulong address, KnownPath path)
    {
        if (path.Text is not { } text)
        {
            return null;
        }

        if (!_terms.TryGetValue(text, out var terms))
        {
            _terms[text] = terms = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        var total = 0L;
        foreach (var term in terms)
        {
            if (term[0] == Optional)
            {
                if (_paths.Read(address, term[1..]) is { Missing: not null })
                {
                    return null;
                }

                total += Count(address, path with { Text = term[1..] });
                continue;
            }

            var count = Count(address, path with { Text = term.TrimStart('-') });
            total += term[0] == '-' ? -count : count;
        }

        return total;
    }

    /// <summary>Of the collection that a path leads to: a number that changes whenever something is taken out, and whether nothing ever was.</summary>
    public (long Position, bool IsUntouched)? Position(ulong address, KnownPath path) => Reference(address, path) is var collection and not 0 ? Lengths.PositionOf(collection) : null;

    private static bool IsSomething(PathValue value) => value.Object != 0 || value.Number is > 0 or < 0;

    private long Count(ulong address, KnownPath path)
    {
        var isPending = path.Text!.EndsWith(Pending, StringComparison.Ordinal);
        var value = Read(address, isPending ? path with { Text = path.Text[..^Pending.Length] } : path);
        if (value.Number is null && value.Missing is null)
        {
            value = isPending ? PathValue.Of(CountPending(value.Object)) : Noted(path, Lengths.Of(value.Object));
        }

        return value.Number ?? 0;
    }

    // Of another type than the row's, nothing is read: whoever brings a type of its own has lost nothing.
    private PathValue Read(ulong address, KnownPath path) => path.Text is not { } text || !Is(address, path.Row) ? default
        : text == Itself ? PathValue.To(address)
        : Noted(path, _paths.Read(address, text));

    private PathValue Noted(KnownPath path, PathValue value)
    {
        if (value.Missing is { } missing)
        {
            Lacks.Add(path, missing);
        }

        return value;
    }

    // Of an array, what in it is a TaskCompletionSource whose task has not ended: who has given up stays in a queue for a while.
    private long CountPending(ulong array)
    {
        if (image.Kinds.KindAt(array) is not { ComponentSize: >= WordSize } kind)
        {
            return 0;
        }

        var words = Math.Min(MostWords, image.Memory.Int32(array + WordSize) * (long)kind.ComponentSize / WordSize);
        var count = 0L;
        for (var i = 0; i < words; i++)
        {
            var source = image.Memory.Pointer(array + FirstElement + ((uint)i * WordSize));
            if (source == 0 || image.Kinds.KindAt(source) is not { } found || (found.Roles & ObjectRoles.TaskSource) == 0)
            {
                continue;
            }

            var task = image.Fields.Reference(source, found.Is(TaskEntries.Source) ? TaskEntries.SourceTask : TaskEntries.SourceOfTask);
            count += task != 0 && !TaskState.IsEnded(image.Fields.Value<int>(task, TaskEntries.StateFlags) ?? 0) ? 1 : 0;
        }

        return count;
    }
}
