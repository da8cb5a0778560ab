using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>
/// The second line of defence of <see cref="HelperLocator"/>: should the service's executable ever be started for the
/// helper and reach the service's own code, it ends here, before the service opens a port or takes work.
/// </summary>
internal static class HelperGuard
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must run before any other code of the library, whoever calls it first.")]
    internal static void EndIfHelper()
    {
        if (Environment.GetEnvironmentVariable(HelperEnvironment.MarkName) is not null)
        {
#pragma warning disable RS0030 // This process is the helper, never the host.
            Environment.Exit(6);
#pragma warning restore RS0030
        }
    }
}
