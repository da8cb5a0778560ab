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

    public ObjectRoles Wanted => StoppedAt is null ? ObjectRoles.Collected | ObjectRoles.String | ObjectRoles.Exception : ObjectRoles.Collected;

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
        if (_area != (int)segment.Area)
        {
            Finish();
            _area = (int)segment.Area;
        }

        _next.Enter(segment);
    }

    public void Progress(double share)
    {
        if (StoppedAt is null && _image.Clock.Elapsed > _end)
        {
            // Tasks and locks are still wanted from the rest, and cost less.
            Finish();
            StoppedAt = share;
        }
    }

    public void Visit(ulong address, ObjectKind kind, ulong size, ReadOnlySpan<byte> bytes, uint header)
    {
        if (StoppedAt is null)
        {
            if (kind.Roles == ObjectRoles.String)
            {
                _strings.Add(address, MemoryMarshal.Read<int>(bytes[8..]), bytes, size);
            }
            else if ((kind.Roles & ObjectRoles.Exception) != 0)
            {
                _exceptions.Add(address, kind);
            }
        }

        _next.Visit(address, kind, size, bytes, header);
    }

    /// <summary>Takes over what the walk has counted since the last call, all of it in one area.</summary>
    public void Finish()
    {
        if (StoppedAt is not null)
        {
            return;
        }

        var kinds = _image.Kinds.Kinds;
        if (_cells.Length < kinds.Count * Areas)
        {
            Array.Resize(ref _cells, kinds.Count * 2 * Areas);
        }

        foreach (var kind in kinds)
        {
            ref var cell = ref kind.Roles == ObjectRoles.Free ? ref Free[_area] : ref _cells[(kind.Index * Areas) + _area];
            cell.Count += kind.Count;
            cell.Bytes += kind.Bytes;
            (kind.Count, kind.Bytes) = (0, 0);
        }
    }
}
