// The framework's modules look for this when they are first loaded.
import 'next/dist/server/node-environment-baseline';
