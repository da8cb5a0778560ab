using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Finds the tokens of types by reflection name.</summary>
internal sealed class MetadataTypeNames
{
    private readonly MetadataReader _metadata;
    private readonly ILookup<string, TypeDefinitionHandle> _byName;

    public MetadataTypeNames(MetadataReader metadata)
    {
        _metadata = metadata;
        _byName = metadata.TypeDefinitions.ToLookup(handle => metadata.GetString(metadata.GetTypeDefinition(handle).Name));
    }

    public int? Find(string name)
    {
        var parts = name.Split('+');
        foreach (var handle in _byName[SimpleName(parts[^1])])
        {
            if (FullName(handle) == name)
            {
                return MetadataTokens.GetToken(handle);
            }
        }

        return null;
    }

    private static string SimpleName(string part) => part[(part.LastIndexOf('.') + 1)..];

    private string FullName(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var name = _metadata.GetString(type.Name);
        var outer = type.GetDeclaringType();
        if (!outer.IsNil)
        {
            return FullName(outer) + "+" + name;
        }

        var space = _metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }
}
