namespace GuruReports.SnapshotReader.Runtime;

/// <summary>What became of looking for an entry of the table.</summary>
internal enum EntryState
{
    /// <summary>It is as the table says.</summary>
    Found,

    /// <summary>It is not there, or not as the table says.</summary>
    Missing,

    /// <summary>Its library is not loaded, so there is nothing in the process that it could be wanted for.</summary>
    NotLoaded,
}
