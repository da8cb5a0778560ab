using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Collections;

/// <summary>Which static fields of the service's own types refer to a few objects.</summary>
internal static class StaticFields
{
    private const int MostTypes = 20_000;

    public static Dictionary<ulong, string> ThatReferTo(Image image, IReadOnlyCollection<ulong> targets)
    {
        var found = new Dictionary<ulong, string>();
        var types = image.Runtime.EnumerateModules()
            .Where(module => image.Symbols.Owner(module) == CodeOwner.Service)
            .SelectMany(static module => module.EnumerateTypeDefToMethodTableMap())
            .Select(entry => image.Runtime.GetTypeByMethodTable(entry.MethodTable))
            .Where(static type => type is not null)
            .Take(MostTypes);
        foreach (var type in types)
        {
            if (image.Clock.IsOver)
            {
                break;
            }

            foreach (var field in type!.StaticFields.Where(static field => field.IsObjectReference))
            {
                foreach (var domain in image.Runtime.AppDomains)
                {
                    if (field.IsInitialized(domain) && field.ReadObject(domain).Address is not 0 and var address && targets.Contains(address))
                    {
                        found.TryAdd(address, $"{type.Name}.{FieldNames.Readable(field.Name)}");
                    }
                }
            }
        }

        return found;
    }
}
