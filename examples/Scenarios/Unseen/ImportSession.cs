namespace Scenarios.Unseen;

/// <summary>One import; frees its memory by hand when it ends.</summary>
internal sealed class ImportSession : IDisposable
{
    private List<string>? _rows = [];

    public void Import(int file)
    {
        for (var row = 0; row < 500; row++)
        {
            _rows!.Add($"{file};{row}");
        }
    }

    public void Dispose()
    {
        _rows = null;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
