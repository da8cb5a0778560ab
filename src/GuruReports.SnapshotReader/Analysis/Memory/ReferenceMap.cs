using GuruReports.SnapshotReader.Memory;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>
/// Where objects of a kind hold references, as the collector knows it: from the words before the method table. They are
/// written before the first object exists, so they hold also while the runtime's own tables are being rewritten.
/// </summary>
internal static class ReferenceMap
{
    private const int WordSize = 8;
    private const int MostSeries = 4096;

    /// <summary>Offsets from the object's address, ascending; empty for kinds without references and for arrays of structs.</summary>
    public static IReadOnlyList<int> Of(PagedReader memory, ObjectKind kind)
    {
        var result = new List<int>();
        if (!kind.Type.ContainsPointers || !memory.TryRead(kind.MethodTable - WordSize, out long count) || count is <= 0 or > MostSeries)
        {
            return result;
        }

        // The series lie below their count, the first one next to it; each holds its length less the object's size.
        var series = kind.MethodTable - WordSize;
        for (var i = 0; i < count; i++)
        {
            series -= 2 * WordSize;
            if (memory.TryRead(series, out long less) && memory.TryRead(series + WordSize, out long first))
            {
                AddSeries(result, first, less + kind.BaseSize, kind.BaseSize);
            }
        }

        result.Sort();
        return result;
    }

    private static void AddSeries(List<int> result, long first, long length, long size)
    {
        for (var offset = first; offset >= WordSize && offset < Math.Min(first + length, size); offset += WordSize)
        {
            result.Add((int)offset);
        }
    }
}
