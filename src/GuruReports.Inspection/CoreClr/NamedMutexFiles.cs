namespace GuruReports.Inspection.CoreClr;

/// <summary>
/// Where .NET keeps named mutexes: a file of shared memory for each below the folder of temporary files, and a file to lock
/// where the C library's mutexes do not do (.NET 10 on ARM).
/// </summary>
internal static class NamedMutexFiles
{
    private const string SharedFolder = "/.dotnet/";

    // .NET 10 and later: those that one user keeps for himself; the user's number follows.
    private const string UserFolder = "/.dotnet-uid";
    private const string Memory = "shm";
    private const string Locks = "lockfiles";
    private const string Machine = "global";
    private const string Session = "session";

    /// <summary>Returns the name that a file of shared memory stands for, as code opens it; null for any other file.</summary>
    public static string? NameOf(string path) => NameOf(path, Memory);

    /// <summary>Returns the name that a file to lock stands for; null for any other file.</summary>
    public static string? NameOfLock(string path) => NameOf(path, Locks);

    // /tmp/.dotnet/shm/global/shop, /tmp/.dotnet/shm/session4711/shop, /tmp/.dotnet-uid1000/shm/global/shop
    private static string? NameOf(string path, string kind)
    {
        var (shared, user) = (path.LastIndexOf(SharedFolder, StringComparison.Ordinal), path.LastIndexOf(UserFolder, StringComparison.Ordinal));
        if (shared < 0 && user < 0)
        {
            return null;
        }

        var rest = path[(Math.Max(shared, user) + 1)..].Split('/');
        return rest is not [_, var folder, var scope, { Length: > 0 } name] || folder != kind ? null
            : scope == Machine ? $@"Global\{name}"
            : scope.StartsWith(Session, StringComparison.Ordinal) ? $@"Local\{name}"
            : null;
    }
}
