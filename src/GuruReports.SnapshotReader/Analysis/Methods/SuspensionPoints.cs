using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>
/// Finds the IL offset of the await at which a method of the runtime's own kind stands. Most have an entry of their own in the
/// native map; optimized code leaves some out, and these are found by elimination among the awaits of the method's IL.
/// </summary>
internal sealed class SuspensionPoints(Image image)
{
    private const int MostPoints = 4096;
    private const int PointSize = 16;
    private readonly Dictionary<ulong, int?> _offsets = [];

    /// <summary>The IL offset; null when neither the map nor elimination tells.</summary>
    public int? OffsetOf(SuspendedMethod method)
    {
        if (!_offsets.TryGetValue(method.Address, out var offset))
        {
            _offsets[method.Address] = offset = method.Method is null ? null : Mapped(method.Method, method.Address) ?? Eliminated(method.Method, method);
        }

        return offset;
    }

    /// <summary>The entry of the map that begins at an address; only such a one was made for the suspension.</summary>
    private static int? Mapped(ClrMethod method, ulong address)
    {
        foreach (var entry in method.ILOffsetMap)
        {
            if (entry.StartAddress == address && entry.ILOffset >= 0)
            {
                return entry.ILOffset;
            }
        }

        return null;
    }

    private int? Eliminated(ClrMethod method, SuspendedMethod wanted)
    {
        if (wanted.State is not { } state || state < 0 || state >= MostPoints || image.Files.Find(method.Type.Module) is not { } file)
        {
            return null;
        }

        var awaits = AwaitCalls.Find(image.Memory, method, file.Metadata);
        if (awaits.Count == 1)
        {
            return awaits[0];
        }

        // The points lie one behind the other in the order of the code. Where there are as many as awaits, and none that the
        // map places is out of order, each belongs to the await of its number.
        var points = Points(method, wanted.Point - ((ulong)state * PointSize));
        return points.Count == awaits.Count && InOrder(method, points, awaits) ? awaits[state] : null;
    }

    private List<ulong> Points(ClrMethod method, ulong first)
    {
        var result = new List<ulong>();
        var resume = image.Memory.Pointer(first + (uint)SuspendedEntries.Resume.Offset);
        for (var at = first; result.Count < MostPoints; at += PointSize)
        {
            var address = image.Memory.Pointer(at + (uint)SuspendedEntries.DiagnosticAddress.Offset);
            if (image.Memory.Pointer(at + (uint)SuspendedEntries.Resume.Offset) != resume || !Contains(method, address))
            {
                break;
            }

            result.Add(address);
        }

        return result;
    }

    private static bool Contains(ClrMethod method, ulong address) =>
        address - method.HotColdInfo.HotStart < method.HotColdInfo.HotSize || address - method.HotColdInfo.ColdStart < method.HotColdInfo.ColdSize;

    private static bool InOrder(ClrMethod method, List<ulong> points, List<int> awaits)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (Mapped(method, points[i]) is { } offset && (offset > awaits[i] || (i > 0 && offset <= awaits[i - 1])))
            {
                return false;
            }
        }

        return true;
    }
}
