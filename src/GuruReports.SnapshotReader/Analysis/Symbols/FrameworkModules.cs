using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Tells modules of the shared framework and of Microsoft.Extensions from the service's own.</summary>
internal sealed class FrameworkModules
{
    private static readonly string[] s_prefixes = ["System.", "Microsoft.Extensions.", "Microsoft.AspNetCore.", "Microsoft.Win32."];
    private static readonly string[] s_names = ["System", "mscorlib", "netstandard", "Microsoft.CSharp", "Microsoft.VisualBasic.Core", "WindowsBase"];
    private readonly Dictionary<ulong, bool> _known = [];

    public bool Contains(ClrModule? module)
    {
        if (module is null)
        {
            return false;
        }

        if (!_known.TryGetValue(module.Address, out var contained))
        {
            var name = Path.GetFileNameWithoutExtension(module.Name ?? module.AssemblyName ?? "");
            contained = s_names.Contains(name) || s_prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
            _known[module.Address] = contained;
        }

        return contained;
    }
}
