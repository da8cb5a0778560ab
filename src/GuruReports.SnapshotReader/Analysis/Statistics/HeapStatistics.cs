using System.Runtime.InteropServices;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Statistics;

/// <summary>Counts objects by type and area while the walk passes; hands everything on to the collector of tasks and locks.</summary>
internal sealed class HeapStatistics : IObjectVisitor
{
    private const int Areas = 6;
    private readonly Image _image;
    private readonly CollectedObjects _next;
    private readonly RepeatedStrings _strings = new();
    private readonly LiveExceptions _exceptions;
    private (long Count, long Bytes)[] _cells = new (long, long)[4096 * Areas];
    private readonly TimeSpan _end;
    private int _area;

    public HeapStatistics(Image image, CollectedObjects next)
    {
        _image = image;
        _next = next;
        _end = image.Clock.Elapsed + TimeSpan.FromMilliseconds(image.Request.HeapWalkMilliseconds);
        _exceptions = new LiveExceptions(image);
    }

    public RepeatedStrings Strings => _strings;

    public LiveExceptions Exceptions => _exceptions;

    /// <summary>The share of the heap that was counted before the time for it was over; null when it was not.</summary>
    public double? StoppedAt { get; private set; }

    /// <summary>Objects and bytes of free space in each area.</summary>
    public (long Count, long Bytes)[] Free { get; } = new (long, long)[Areas];

    /// <summary>Objects and bytes of one kind in one area.</summary>
    public (long Count, long Bytes) this[int kind, HeapAreaKind area] =>
        (kind * Areas) + (int)area is var index && index < _cells.Length ? _cells[index] : default;

    public void Enter(HeapSegment segment)
    {
        _area = (int)segment.Area;
        _next.Enter(segment);
    }

    public void Progress(double share)
    {
        if (StoppedAt is null && _image.Clock.Elapsed > _end)
        {
            // Tasks and locks are still wanted from the rest, and cost less.
            StoppedAt = share;
        }
    }

    public void Visit(ulong address, ObjectKind kind, ulong size, ReadOnlySpan<byte> bytes, uint header)
    {
        if (StoppedAt is not null)
        {
            _next.Visit(address, kind, size, bytes, header);
            return;
        }

        if (kind.Roles == ObjectRoles.Free)
        {
            Add(ref Free[_area], size);
            return;
        }

        var index = (kind.Index * Areas) + _area;
        if (index >= _cells.Length)
        {
            Array.Resize(ref _cells, Math.Max(index + Areas, _cells.Length * 2));
        }

        Add(ref _cells[index], size);
        if (kind.Roles == ObjectRoles.String)
        {
            _strings.Add(address, MemoryMarshal.Read<int>(bytes[8..]), bytes, size);
        }
        else if ((kind.Roles & ObjectRoles.Exception) != 0)
        {
            _exceptions.Add(address, kind);
        }

        _next.Visit(address, kind, size, bytes, header);
    }

    private static void Add(ref (long Count, long Bytes) cell, ulong size)
    {
        cell.Count++;
        cell.Bytes += (long)size;
    }
}
