using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>Finds types and fields of one library by name.</summary>
internal sealed class RuntimeLibrary
{
    private readonly ILookup<string, TypeDefinitionHandle> _byName;
    private readonly Dictionary<string, TypeDefinitionHandle?> _found = [];

    public RuntimeLibrary(ClrModule module, MetadataReader metadata)
    {
        Module = module;
        Metadata = metadata;
        _byName = metadata.TypeDefinitions.ToLookup(handle => metadata.GetString(metadata.GetTypeDefinition(handle).Name));
    }

    public ClrModule Module { get; }

    public MetadataReader Metadata { get; }

    /// <summary>The type with that reflection name; null when there is none.</summary>
    public TypeDefinitionHandle? Find(string name)
    {
        if (!_found.TryGetValue(name, out var found))
        {
            foreach (var handle in _byName[SimpleName(name)])
            {
                found = found is null && FullName(handle) == name ? handle : found;
            }

            _found[name] = found;
        }

        return found;
    }

    /// <summary>The token of the type with that reflection name; null when there is none.</summary>
    public int? Token(string name) => Find(name) is { } handle ? MetadataTokens.GetToken(handle) : null;

    /// <summary>Whether it has a type with that reflection name, however many parameters it has.</summary>
    public bool HasType(string plainName) => Enumerable.Range(0, 4)
        .SelectMany(parameters => _byName[parameters == 0 ? SimpleName(plainName) : FormattableString.Invariant($"{SimpleName(plainName)}`{parameters}")])
        .Any(handle => string.Join('+', FullName(handle).Split('+').Select(static part => part.Split('`')[0])) == plainName);

    public FieldDefinition? FindField(TypeDefinitionHandle type, string name)
    {
        foreach (var handle in Metadata.GetTypeDefinition(type).GetFields())
        {
            var field = Metadata.GetFieldDefinition(handle);
            if (Metadata.StringComparer.Equals(field.Name, name))
            {
                return field;
            }
        }

        return null;
    }

    private static string SimpleName(string name) => name[(name.LastIndexOfAny(['.', '+']) + 1)..];

    private string FullName(TypeDefinitionHandle handle)
    {
        var type = Metadata.GetTypeDefinition(handle);
        var name = Metadata.GetString(type.Name);
        var outer = type.GetDeclaringType();
        if (!outer.IsNil)
        {
            return FullName(outer) + "+" + name;
        }

        var space = Metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }
}
