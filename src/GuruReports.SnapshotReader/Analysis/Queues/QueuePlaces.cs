using GuruReports.SnapshotReader.Analysis.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>Which fields of the service's objects refer to a queue: that is what the service calls it.</summary>
internal sealed class QueuePlaces
{
    private const int WordSize = 8;
    private const int MostPlaces = 3;
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
                }
            }
        }
    }

    public IReadOnlyList<string> Of(IEnumerable<ulong> names) => [.. names.SelectMany(name => _places.GetValueOrDefault(name) ?? []).Distinct(StringComparer.Ordinal).Take(MostPlaces)];

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
