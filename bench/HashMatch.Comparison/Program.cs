using HashMatch.Comparison;

return ComparisonCommand.Run(args);
