using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>Counts what collections hold, by the table of how they count.</summary>
internal sealed class CollectionLengths(Image image, FieldPaths paths)
{
    private const int MostLinks = 1_000_000;
    private const int FirstElement = 16;
    private const int LengthOffset = 8;

    /// <summary>The length; none for an object that is no collection, with its type as what is missing. Nothing has no length: 0.</summary>
    public PathValue Of(ulong address)
    {
        if (address == 0)
        {
            return PathValue.Of(0);
        }

        if (image.Kinds.KindAt(address) is not { } kind)
        {
            return PathValue.Without("an object that cannot be read");
        }

        return kind.ComponentSize > 0 && kind.Roles != ObjectRoles.String ? PathValue.Of(image.Memory.Int32(address + LengthOffset))
            : KnownCollections.Of(PlainNames.Of(kind.Name)) is not { } known ? PathValue.Without($"the length of {PlainNames.Of(kind.Name)}")
            : known.Sums is { } sums ? Sum(paths.Read(address, sums))
            : known.Next is null ? Total(address, known.Count)
            : Links(address, known);
    }

    /// <summary>A number that changes whenever something is taken out of a collection, and whether nothing ever was; null where neither can be told.</summary>
    public (long Position, bool IsUntouched)? PositionOf(ulong address)
    {
        if (image.Kinds.KindAt(address) is not { } kind || KnownCollections.Of(PlainNames.Of(kind.Name)) is not { Position.Length: > 0 } known)
        {
            return null;
        }

        var start = known.First is null ? address : paths.Read(address, known.First).Object;
        var numbers = Array.ConvertAll(known.Position, path => paths.Read(start, path) is var value && value.Object != 0 ? image.Memory.Int32(value.Object + LengthOffset) : value.Number);
        return start == 0 || Array.Exists(numbers, static number => number is null) ? null
            : (numbers.Aggregate(0L, static (all, number) => (all << 32) + number!.Value), known.Untouched is { } untouched && numbers.Select(static number => number!.Value).SequenceEqual(untouched));
    }

    private PathValue Total(ulong address, string[] fields)
    {
        var total = 0L;
        foreach (var field in fields)
        {
            var value = paths.Read(address, field.TrimStart('-'));
            if (value.Number is not { } number)
            {
                return value.Missing is null ? PathValue.Without(field) : value;
            }

            total += field[0] == '-' ? -number : number;
        }

        return PathValue.Of(Math.Max(0, total));
    }

    private PathValue Sum(PathValue array)
    {
        if (array.Object == 0)
        {
            return array;
        }

        var total = 0L;
        for (var i = 0; i < Math.Min(MostLinks, image.Memory.Int32(array.Object + LengthOffset)); i++)
        {
            total += image.Memory.Int32(array.Object + FirstElement + ((uint)i * sizeof(int)));
        }

        return PathValue.Of(total);
    }

    // A list may be a ring: it ends where it began.
    private PathValue Links(ulong address, KnownCollection known)
    {
        var start = known.First is null ? PathValue.To(address) : paths.Read(address, known.First);
        var (total, links) = (0L, 0);
        for (var link = start.Object; link != 0 && links < MostLinks; links++)
        {
            var held = known.Segment switch { KnownSegment.Ring => Ring(link), KnownSegment.Window => Window(link), _ => PathValue.Of(1) };
            if (held.Missing is not null)
            {
                return held;
            }

            total += Math.Max(0, held.Number ?? 0);
            var next = paths.Read(link, known.Next!);
            if (next.Missing is not null)
            {
                return next;
            }

            link = next.Object == start.Object ? 0 : next.Object;
        }

        return start.Missing is null ? PathValue.Of(total) : start;
    }

    // Indexes run on for ever and around; a ring that is full for good was closed by moving its tail on by twice its length.
    private PathValue Ring(ulong segment)
    {
        var (head, tail) = (paths.Read(segment, KnownCollections.RingHead), paths.Read(segment, KnownCollections.RingTail));
        var (mask, frozen) = (paths.Read(segment, KnownCollections.RingMask), paths.Read(segment, KnownCollections.RingIsClosed));
        if ((head.Missing ?? tail.Missing ?? mask.Missing ?? frozen.Missing) is { } missing)
        {
            return PathValue.Without(missing);
        }

        var end = (int)(tail.Number ?? 0) - (frozen.Number == 1 ? ((int)(mask.Number ?? 0) + 1) * 2 : 0);
        return PathValue.Of(unchecked(end - (int)(head.Number ?? 0)));
    }

    private PathValue Window(ulong segment)
    {
        var (first, last, array) = (paths.Read(segment, KnownCollections.WindowFirst), paths.Read(segment, KnownCollections.WindowLast), paths.Read(segment, KnownCollections.WindowArray));
        if ((first.Missing ?? last.Missing ?? array.Missing) is { } missing)
        {
            return PathValue.Without(missing);
        }

        var length = Math.Max(1, image.Memory.Int32(array.Object + LengthOffset));
        return PathValue.Of(unchecked((int)(last.Number ?? 0) - (int)(first.Number ?? 0)) & (length - 1));
    }
}
