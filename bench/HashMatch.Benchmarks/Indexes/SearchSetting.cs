namespace HashMatch.Benchmarks.Indexes;

/// <summary>What <see cref="SearchCommand"/> measures.</summary>
/// <param name="Model">One of <see cref="SearchData{THash}.Models"/>.</param>
/// <param name="Count">Stored hashes.</param>
/// <param name="Radius">The inclusive bound.</param>
/// <param name="Rounds">Rounds, of which the best counts.</param>
/// <param name="JoinThreads">Threads of the self-join; 0 to search instead.</param>
/// <param name="PicturesPath">Records of <c>hashmatch hash</c>, for the model <c>pictures</c>.</param>
readonly record struct SearchSetting(string Model, int Count, int Radius, int Rounds, int JoinThreads, string? PicturesPath);
