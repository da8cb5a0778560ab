using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>Reads what pools of known libraries count, each by the rows for its type.</summary>
internal sealed class KnownPoolReader(KnownReader known, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
{
    /// <summary>The numbers of a pool by one row; null when the row does not fit, or a field of it is gone.</summary>
    public LibraryPool? Read(ulong address, KnownPool row)
    {
        var pool = row.Places is { } places ? OfPlaces(address, row, places) : OfNumbers(address, row);
        return known.Lacks.IsLost(row) ? null : pool;
    }

    private LibraryPool OfNumbers(ulong address, KnownPool row) => Plain(address, row) with
    {
        Most = Limit(known.Sum(address, row.At(row.Most))),
        InUse = Math.Max(0, known.Sum(address, row.At(row.InUse)) ?? 0),
        Opening = known.Sum(address, row.At(row.Opening)) ?? 0,
        Idle = known.Sum(address, row.At(row.Idle)),
    };

    private LibraryPool? OfPlaces(ulong address, KnownPool row, KnownPlaces places)
    {
        var (most, taken, count) = (0L, 0L, 0);
        foreach (var (part, kind) in parts)
        {
            if (kind.Is(row, KnownPart.Places) && known.Reference(part, row.At(places.Pool)) == address)
            {
                count++;
                most += known.Sum(part, row.At(places.Most)) ?? 0;
                taken += known.Sum(part, row.At(places.Taken)) ?? 0;
            }
        }

        return count == 0 || most == 0 ? null : Plain(address, row) with { Most = Limit(most), InUse = taken, Idle = Math.Max(0, most - taken) };
    }

    private LibraryPool Plain(ulong address, KnownPool row) => new()
    {
        Library = row.Library.Name,
        Address = address,
        Lends = row.Lends,
        Waiting = known.Sum(address, row.At(row.Waiting)),
        Peer = row.Peer is { } peer ? Peer(address, row, peer) : null,
        Setting = row.Setting,
    };

    // What has no limit says so by the largest number.
    private static long? Limit(long? most) => most is null or <= 0 or >= int.MaxValue ? null : most;

    private string? Peer(ulong address, KnownPool row, KnownPeer peer)
    {
        var lack = $"the other side of {row.Lends} of {row.Library.Name} is not told";
        if (known.Text(address, row.At(peer.Host, lack)) is not { Length: > 0 } host)
        {
            return null;
        }

        var port = known.Number(address, row.At(peer.Port, lack));
        var database = known.Text(address, row.At(peer.Database, lack));
        return string.Create(CultureInfo.InvariantCulture, $"{host}{(port is > 0 ? $":{port}" : "")}{(database is { Length: > 0 } ? $"/{database}" : "")}");
    }
}
