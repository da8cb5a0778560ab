using GuruReports.Inspection.CoreClr.Layout;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>The runtime's own libraries in an image, each opened when it is first asked for.</summary>
internal sealed class RuntimeLibraries(ClrRuntime runtime, ModuleFiles files)
{
    /// <summary>The library that is always there.</summary>
    public const string Core = "System.Private.CoreLib";

    private readonly Dictionary<string, RuntimeLibrary?> _libraries = [];

    private RuntimeDescriptor? _descriptor;
    private bool _isDescribed;

    public ClrRuntime Runtime { get; } = runtime;

    /// <summary>What the runtime says of its native structures; null when it says nothing.</summary>
    public RuntimeDescriptor? Descriptor
    {
        get
        {
            if (!_isDescribed)
            {
                _isDescribed = true;
                _descriptor = Describe();
            }

            return _descriptor;
        }
    }

    /// <summary>The library of that name; null when it is not loaded or has no readable metadata.</summary>
    public RuntimeLibrary? Find(string name)
    {
        if (!_libraries.TryGetValue(name, out var library))
        {
            var module = name == Core ? Runtime.BaseClassLibrary : Runtime.EnumerateModules().FirstOrDefault(module => NameOf(module) == name);
            _libraries[name] = library = files.Find(module) is { } file ? new RuntimeLibrary(module!, file.Metadata) : null;
        }

        return library;
    }

    /// <summary>All libraries that can be read.</summary>
    public IEnumerable<RuntimeLibrary?> All() => Runtime.EnumerateModules().Select(NameOf).Distinct().ToList().Select(Find);

    /// <summary>A type of the table as the runtime has it; null while nothing of that type was made, or when it is unknown.</summary>
    public ClrType? TypeOf(RuntimeType type)
    {
        var (library, token) = (Find(type.Library), Find(type.Library)?.Token(type.FullName));
        return library?.Module.EnumerateTypeDefToMethodTableMap().Where(pair => pair.Token == token)
            .Select(pair => Runtime.GetTypeByMethodTable(pair.MethodTable)).FirstOrDefault();
    }

    private RuntimeDescriptor? Describe()
    {
        try
        {
            var reader = Runtime.DataTarget.DataReader;
            return RuntimeDescriptor.Read(
                Runtime.ClrInfo.ModuleInfo.GetExportSymbolAddress(RuntimeDescriptor.Symbol),
                (address, buffer) => reader.Read(address, buffer) == buffer.Length);
        }
        catch (ShapeException)
        {
            // What needs it names the entry that it misses.
            return null;
        }
    }

    private static string NameOf(ClrModule module) => Path.GetFileNameWithoutExtension(module.Name ?? module.AssemblyName ?? "");
}
