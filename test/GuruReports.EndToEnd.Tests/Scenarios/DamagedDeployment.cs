using System.Text.RegularExpressions;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>A copy of a program whose deps.json came from another publish than one of its libraries.</summary>
internal sealed partial class DamagedDeployment : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("damaged");

    /// <summary>Copies a program.</summary>
    /// <param name="program">Its main assembly.</param>
    /// <param name="library">The library whose version the deps.json shall name otherwise.</param>
    public DamagedDeployment(string program, string library)
    {
        foreach (var file in new FileInfo(program).Directory!.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(_directory.FullName, file.Name));
        }

        Program = Path.Combine(_directory.FullName, Path.GetFileName(program));
        var dependencies = Path.ChangeExtension(Program, ".deps.json");
        var text = File.ReadAllText(dependencies);
        var entry = text.IndexOf($"{library}.dll\"", StringComparison.Ordinal);
        File.WriteAllText(dependencies, text[..entry] + Version().Replace(text[entry..], "$1 \"0.2.99.0\"", 2));
    }

    /// <summary>Gets the copy's main assembly.</summary>
    public string Program { get; }

    public void Dispose() => _directory.Delete(recursive: true);

    [GeneratedRegex("(\"(?:assembly|file)Version\":) \"[^\"]*\"")]
    private static partial Regex Version();
}
