using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>Reads what pools of known libraries count, each by the rows for its type.</summary>
internal sealed class KnownPoolReader(KnownMeasures measures, KnownLacks lacks, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
{
    /// <summary>The numbers of a pool by one row; null when the row does not fit, which is noted where a field is gone.</summary>
    public LibraryPool? Read(ulong address, KnownPool row)
    {
        string? missing = null;
        var pool = row.Places is { } places ? OfPlaces(address, row, places, ref missing) : OfNumbers(address, row, ref missing);
        if (missing is not null)
        {
            lacks.Add(row, missing);
            return null;
        }

        return pool;
    }

    private LibraryPool OfNumbers(ulong address, KnownPool row, ref string? missing) => Plain(address, row) with
    {
        Most = Limit(measures.Read(address, row.Most, ref missing)),
        InUse = Math.Max(0, measures.Read(address, row.InUse, ref missing) ?? 0),
        Opening = measures.Read(address, row.Opening, ref missing) ?? 0,
        Idle = measures.Read(address, row.Idle, ref missing),
        Waiting = measures.Read(address, row.Waiting, ref missing),
    };

    private LibraryPool? OfPlaces(ulong address, KnownPool row, KnownPlaces places, ref string? missing)
    {
        var (most, taken, count) = (0L, 0L, 0);
        foreach (var (part, kind) in parts)
        {
            if (PlainNames.Of(kind.Name) == places.TypeName && measures.Paths.Reference(part, places.Pool) == address)
            {
                count++;
                most += measures.Read(part, [places.Most], ref missing) ?? 0;
                taken += measures.Read(part, [places.Taken], ref missing) ?? 0;
            }
        }

        return count == 0 || most == 0 ? null : Plain(address, row) with { Most = Limit(most), InUse = taken, Idle = Math.Max(0, most - taken), Waiting = measures.Read(address, row.Waiting, ref missing) };
    }

    private LibraryPool Plain(ulong address, KnownPool row) => new()
    {
        Library = row.Library.Name,
        Address = address,
        Lends = row.Lends,
        Peer = row.Peer is { } peer ? Peer(address, peer) : null,
        Setting = row.Setting,
    };

    // What has no limit says so by the largest number.
    private static long? Limit(long? most) => most is null or <= 0 or >= int.MaxValue ? null : most;

    private string? Peer(ulong address, KnownPeer peer)
    {
        if (measures.Paths.Text(address, peer.Host) is not { Length: > 0 } host)
        {
            return null;
        }

        var port = peer.Port is null ? null : measures.Paths.Number(address, peer.Port);
        var database = peer.Database is null ? null : measures.Paths.Text(address, peer.Database);
        return string.Create(CultureInfo.InvariantCulture, $"{host}{(port is > 0 ? $":{port}" : "")}{(database is { Length: > 0 } ? $"/{database}" : "")}");
    }
}
