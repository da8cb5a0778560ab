using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>Which fields of the service's objects refer to a queue: that is what the service calls it.</summary>
internal sealed class QueuePlaces
{
    private const int WordSize = 8;
    private const int MostPlaces = 3;
    private const int MostKeepers = 100;
    private readonly Dictionary<ulong, List<(ulong Address, ObjectKind Kind)>> _keepers = [];
    private readonly Dictionary<ulong, List<string>> _places = [];

    public QueuePlaces(Image image, IReadOnlyList<(ulong Address, ObjectKind Kind)> keepers)
    {
        foreach (var (address, kind) in keepers)
        {
            foreach (var field in kind.Type.Fields.Where(static field => field.IsObjectReference))
            {
                var target = image.Memory.Pointer(address + (uint)field.Offset + WordSize);
                if (target != 0)
                {
                    Add(target, $"{kind.Name}.{FieldNames.Readable(field.Name)}");
                    Add(target, (address, kind));
                }
            }
        }
    }

    public IReadOnlyList<string> Of(IEnumerable<ulong> names) => [.. names.SelectMany(name => _places.GetValueOrDefault(name) ?? []).Distinct(StringComparer.Ordinal).Take(MostPlaces)];

    /// <summary>The objects of the service that refer to it, at most a hundred for each name.</summary>
    public IReadOnlyList<(ulong Address, ObjectKind Kind)> KeepersOf(IEnumerable<ulong> names) => [.. names.SelectMany(name => _keepers.GetValueOrDefault(name) ?? []).Distinct()];

    private void Add(ulong target, (ulong, ObjectKind) keeper)
    {
        var keepers = _keepers.TryGetValue(target, out var known) ? known : _keepers[target] = [];
        if (keepers.Count < MostKeepers)
        {
            keepers.Add(keeper);
        }
    }

    private void Add(ulong target, string place)
    {
        if (!_places.TryGetValue(target, out var places))
        {
            _places[target] = places = [];
        }

        if (places.Count < MostPlaces && !places.Contains(place))
        {
            places.Add(place);
        }
    }
}
