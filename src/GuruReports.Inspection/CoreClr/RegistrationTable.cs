using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr;

/// <summary>The runtime's own table of who registered for which signal. Internal to .NET, and checked by shape.</summary>
internal sealed class RegistrationTable
{
    private const string Field = "s_registrations";

    private readonly IDictionary _table;

    private RegistrationTable(IDictionary table) => _table = table;

    /// <summary>Finds it; null where this runtime keeps another one.</summary>
    [DynamicDependency(Field, typeof(PosixSignalRegistration))]
    public static RegistrationTable? Find() =>
        typeof(PosixSignalRegistration).GetField(Field, BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null) is IDictionary table ? new(table) : null;

    /// <summary>Returns whether there are more registrations for a signal than one. True where that cannot be seen. Any thread.</summary>
    public bool HasOthers(int signal)
    {
        // The lock that the runtime holds while it changes the table.
        lock (_table)
        {
            if (_table[signal] is not IEnumerable registrations)
            {
                return true;
            }

            var count = 0;
            foreach (var _ in registrations)
            {
                count++;
            }

            return count != 1;
        }
    }
}
