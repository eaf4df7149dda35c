"""Well-being trees and their forest."""
